package io.claviger.access;

import io.claviger.account.Account;
import io.claviger.account.Bounded;
import io.claviger.account.CustomerPolicy;
import io.claviger.account.Group;
import io.claviger.account.PolicyHolder;
import io.claviger.account.Role;
import io.claviger.account.User;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.CompiledPolicy;
import io.claviger.policy.decide.PolicySource;
import io.claviger.policy.decide.PolicySource.Holder;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.PolicyKind;
import io.claviger.reference.ManagedPolicies;
import io.claviger.reference.ManagedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the policies that apply to a principal, as its account has them, ready to be matched. A
/// policy that is missing or cannot be read is replaced by one that denies everything.
///
/// The name of a source is what the simulator calls it: a managed policy's name, or for an embedded
/// one the kind and name of its holder and its own, `role_Deployer_logs`.
public final class PrincipalPolicies {

  private final ManagedPolicies managed;
  private final CompiledPolicies compiled;
  private final KeptPolicies kept = new KeptPolicies();

  public PrincipalPolicies(ManagedPolicies managed, CompiledPolicies compiled) {
    this.managed = managed;
    this.compiled = compiled;
  }

  /// What a user or role brings along to every decision: its identity-based policies and its
  /// permissions boundary.
  ///
  /// @param requester who asks: the user, or a session of the role
  public AppliedPolicies applied(Account account, Bounded principal, Requester requester) {
    AppliedPolicies policies =
        kept.get(
            account,
            principal,
            () -> {
              AppliedPolicies identity =
                  AppliedPolicies.of(requester).withIdentity(identityPolicies(account, principal));
              return permissionsBoundary(account, principal)
                  .map(boundary -> identity.withBoundary(List.of(boundary)))
                  .orElse(identity);
            });
    return policies.withRequester(requester);
  }

  /// The identity-based policies of a user with those of its groups, or of a group or role: first
  /// the holder's own, the attached ones before the embedded ones.
  public List<AppliedPolicy> identityPolicies(Account account, PolicyHolder principal) {
    List<AppliedPolicy> policies = new ArrayList<>();
    addOwn(account, principal, policies);
    if (principal instanceof User user) {
      for (String groupId : user.groups()) {
        Optional<Group> group = account.groups().byId(groupId);
        if (group.isPresent()) {
          addOwn(account, group.get(), policies);
        } else {
          policies.add(unreadable(new PolicySource(groupId, Optional.empty(), Holder.GROUP)));
        }
      }
    }
    return policies;
  }

  /// The permissions boundary of a user or role; empty when none is set.
  public Optional<AppliedPolicy> permissionsBoundary(Account account, Bounded principal) {
    return Optional.ofNullable(principal.boundary()).map(arn -> managedPolicy(account, arn));
  }

  /// The session policies of a session: the embedded one and the managed ones. Empty when it has
  /// none.
  public List<AppliedPolicy> sessionPolicies(Account account, Session session) {
    List<AppliedPolicy> policies = new ArrayList<>();
    String document = session.inlinePolicy();
    if (document != null) {
      PolicySource source = new PolicySource("SessionPolicy", Optional.empty(), Holder.NONE);
      policies.add(applied(source, document));
    }
    for (Arn arn : session.policyArns()) {
      policies.add(managedPolicy(account, arn));
    }
    return policies;
  }

  /// The default version of a managed policy, of the account or of AWS.
  public AppliedPolicy managedPolicy(Account account, Arn arn) {
    String resource = arn.resource();
    String name = resource.substring(resource.lastIndexOf('/') + 1);
    boolean isAws = arn.account().equals("aws");
    PolicySource source =
        new PolicySource(name, Optional.of(arn), isAws ? Holder.AWS_MANAGED : Holder.USER_MANAGED);
    Optional<String> document =
        isAws
            ? managed.find(arn).map(ManagedPolicy::document)
            : account.policies().withArn(arn.toString()).map(CustomerPolicy::document);
    return document.map(text -> applied(source, text)).orElseGet(() -> unreadable(source));
  }

  /// A role's trust policy, as the resource-based policy that it is.
  public AppliedPolicy trustPolicy(Role role) {
    PolicySource source = new PolicySource(role.name(), Optional.empty(), Holder.RESOURCE);
    return new AppliedPolicy(
        source,
        compiled
            .compile(PolicyKind.TRUST, role.trust())
            .orElse(FixedPolicies.UNREADABLE_RESOURCE_POLICY));
  }

  private void addOwn(Account account, PolicyHolder holder, List<AppliedPolicy> policies) {
    for (Arn arn : holder.policies().attached()) {
      policies.add(managedPolicy(account, arn));
    }
    Holder kind =
        switch (holder) {
          case User _ -> Holder.USER;
          case Group _ -> Holder.GROUP;
          case Role _ -> Holder.ROLE;
        };
    holder
        .policies()
        .inline()
        .forEach((name, document) -> {
          String id = holder.arnType() + '_' + holder.name() + '_' + name;
          policies.add(applied(new PolicySource(id, Optional.empty(), kind), document));
        });
  }

  private AppliedPolicy applied(PolicySource source, String document) {
    CompiledPolicy policy =
        compiled.compile(PolicyKind.IDENTITY, document).orElse(FixedPolicies.UNREADABLE);
    return new AppliedPolicy(source, policy);
  }

  private static AppliedPolicy unreadable(PolicySource source) {
    return new AppliedPolicy(source, FixedPolicies.UNREADABLE);
  }
}
