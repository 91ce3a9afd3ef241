package io.claviger.policy.document;

import io.claviger.base.Arn;

/// What a policy is for, which decides which elements it must and must not have.
///
/// AWS rule: IAM User Guide, "Grammar of the IAM JSON policy language".
public enum PolicyKind {
  /// Identity-based, permissions boundary or session policy: no principal.
  IDENTITY,
  /// Resource-based: a principal is required.
  RESOURCE,
  /// A role's trust policy: a principal is required, a resource forbidden.
  TRUST,
  /// Service control policy of an organization: no principal.
  SERVICE_CONTROL,
  /// Resource control policy of an organization: the principal is `*`.
  RESOURCE_CONTROL,
  /// VPC endpoint policy: a principal is required.
  VPC_ENDPOINT;

  /// What kind of policy decides at the resource: where a role is assumed, the role's trust policy.
  ///
  /// AWS rule: IAM User Guide, "Update a role trust policy"; the actions are those that STS checks
  /// there.
  ///
  /// @param action in any case
  /// @param resource a full ARN, or `*`
  public static PolicyKind ofResource(String action, String resource) {
    return isAssumingRole(AsciiCase.lower(action))
            && Arn.find(resource).filter(PolicyKind::isRole).isPresent()
        ? TRUST
        : RESOURCE;
  }

  /// Whether the action is one that a role's trust policy decides.
  ///
  /// @param action in lower case
  public static boolean isAssumingRole(String action) {
    return action.startsWith("sts:assumerole")
        || action.equals("sts:tagsession")
        || action.equals("sts:setsourceidentity");
  }

  private static boolean isRole(Arn arn) {
    return arn.service().equals("iam") && arn.resource().startsWith("role/");
  }

  /// Whether IAM or Organizations keeps such policies, and not the service whose resource it is.
  boolean isOfIam() {
    return switch (this) {
      case IDENTITY, TRUST, SERVICE_CONTROL, RESOURCE_CONTROL -> true;
      case RESOURCE, VPC_ENDPOINT -> false;
    };
  }
}
