package io.claviger.access;

import io.claviger.account.Accounts;
import io.claviger.account.Delegation;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.PolicySource;
import io.claviger.policy.decide.PolicySource.Holder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the owner of a delegation request may do with it though no policy says so.
///
/// AWS rule: IAM API Reference, "GetDelegationRequest": "Once the delegation request is fully
/// owned, the owner of the request gets a default permission to get that delegation request"; the
/// same of "GetHumanReadableSummary" and "UpdateDelegationRequest".
public final class OwnedDelegations {

  private static final String RESOURCE = ":delegation-request/";

  private static final List<String> BY_DEFAULT =
      List.of(
          "iam:GetDelegationRequest", "iam:GetHumanReadableSummary", "iam:UpdateDelegationRequest");

  private static final AppliedPolicy DEFAULT_PERMISSIONS =
      new AppliedPolicy(
          new PolicySource("DelegationRequestOwner", Optional.empty(), Holder.NONE),
          FixedPolicies.allowing(BY_DEFAULT));

  private OwnedDelegations() {}

  /// Whether the caller owns the request: the same user or root, or the same session of the same
  /// role. Credentials that somebody has delegated own nothing.
  public static boolean isOwner(Caller caller, Delegation delegation) {
    Delegation.Identity owner = delegation.owner();
    Session session = caller.session();
    if (session != null && session.kind() == Session.Kind.DELEGATED) {
      return false;
    }
    return switch (caller) {
      case Caller.Root root -> owner.principalId().equals(root.account().digits());
      case Caller.IamUser user -> owner.principalId().equals(user.userId());
      case Caller.RoleSession role ->
          owner.principalId().equals(role.roleId())
              && CallerIdentity.of(role).orElseThrow().arn().equals(owner.arn());
      case Caller.FederatedUser _, Caller.Federated _, Caller.Anonymous _ -> false;
    };
  }

  /// The caller's policies with what comes from owning the request; the same where nothing does.
  /// What denies, or limits, still does.
  static AppliedPolicies withDefaults(
      AppliedPolicies policies, Caller caller, AccessRequest request, Accounts accounts) {
    if (BY_DEFAULT.stream().noneMatch(request.action()::equalsIgnoreCase)
        || !owns(caller, request, accounts)) {
      return policies;
    }
    List<AppliedPolicy> more = new ArrayList<>(policies.identity());
    more.add(DEFAULT_PERMISSIONS);
    return policies.withIdentity(more);
  }

  private static boolean owns(Caller caller, AccessRequest request, Accounts accounts) {
    String resource = request.resource();
    int id = resource.indexOf(RESOURCE);
    return id >= 0
        && caller.accountId().filter(request.resourceAccount()::equals).isPresent()
        && accounts
            .account(request.resourceAccount())
            .flatMap(
                account -> account.delegations().byId(resource.substring(id + RESOURCE.length())))
            .filter(delegation -> isOwner(caller, delegation))
            .isPresent();
  }
}
