package io.claviger.service.iam;

import io.claviger.account.Account;
import io.claviger.account.CustomerPolicy;
import io.claviger.base.Arn;
import io.claviger.reference.ManagedPolicies;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The managed policies that an account sees and its users, groups and roles can have: its own and
/// AWS's.
public final class AttachablePolicies {

  /// What is attached to service-linked roles, and to nothing else.
  ///
  /// AWS rule: IAM API Reference, "AttachRolePolicy", `PolicyNotAttachable`.
  private static final String SERVICE_ROLE_POLICIES = "arn:aws:iam::aws:policy/aws-service-role/";

  private final ManagedPolicies managed;

  public AttachablePolicies(ManagedPolicies managed) {
    this.managed = managed;
  }

  /// The policy with exactly this ARN; empty when this account sees none.
  public Optional<AttachablePolicy> find(String arn, Account home) {
    Optional<AttachablePolicy> own =
        IamEntities.findPolicy(home, arn).map(policy -> toOwn(home, policy));
    return own.isPresent()
        ? own
        : Arn.find(arn).flatMap(managed::find).map(AttachablePolicy.OfAws::new);
  }

  /// The policy with exactly this ARN.
  ///
  /// @throws io.claviger.wire.ServiceError when it is no policy's ARN, or this account sees none
  public AttachablePolicy require(String arn, Account home) {
    requireArn(arn);
    return find(arn, home).orElseThrow(() -> IamErrors.noSuchPolicy(arn));
  }

  /// The ARN of a policy to attach.
  ///
  /// @throws io.claviger.wire.ServiceError when it is no policy's ARN, or this account cannot
  ///   attach such a policy
  public Arn requireToAttach(String arn, Account home) {
    requireArn(arn);
    if (arn.startsWith(SERVICE_ROLE_POLICIES)) {
      throw IamErrors.policyNotAttachable();
    }
    return find(arn, home)
        .map(AttachablePolicy::arn)
        .orElseThrow(() -> IamErrors.noSuchPolicyToAttach(arn));
  }

  /// The ARN of a policy to set as permissions boundary.
  ///
  /// @throws io.claviger.wire.ServiceError when it is no policy's ARN, or this account has no such
  ///   policy
  public Arn requireBoundary(String arn, Account home) {
    requireArn(arn);
    if (arn.startsWith(SERVICE_ROLE_POLICIES)) {
      throw IamErrors.policyNotAttachable();
    }
    return find(arn, home)
        .map(AttachablePolicy::arn)
        .orElseThrow(() -> IamErrors.noSuchBoundary(arn));
  }

  /// Whether the ARN is that of a policy of AWS's.
  public boolean isOfAws(String arn) {
    return Arn.find(arn).flatMap(managed::find).isPresent();
  }

  /// The account's own policies that come after the given name, or all, in the order of names.
  public Stream<AttachablePolicy> own(Account home, @Nullable String afterName) {
    return home.policies().inOrder(afterName).map(policy -> toOwn(home, policy));
  }

  /// AWS's policies that come after the given name, or all, in the order of names.
  public Stream<AttachablePolicy> ofAws(@Nullable String afterName) {
    return managed.inOrder(afterName).map(AttachablePolicy.OfAws::new);
  }

  /// Refuses what cannot be a policy's ARN.
  public static void requireArn(String arn) {
    boolean isPolicyArn =
        Arn.find(arn)
            .filter(parsed -> parsed.service().equals("iam") && parsed.region().isEmpty())
            .filter(parsed -> parsed.resource().startsWith("policy/"))
            .filter(parsed -> parsed.account().equals("aws") || parsed.accountId().isPresent())
            .isPresent();
    if (!isPolicyArn) {
      throw IamErrors.invalidArn(arn);
    }
  }

  private static AttachablePolicy toOwn(Account home, CustomerPolicy policy) {
    return new AttachablePolicy.Own(policy, policy.arn(home.id()));
  }
}
