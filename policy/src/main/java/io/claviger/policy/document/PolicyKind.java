package io.claviger.policy.document;

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
  VPC_ENDPOINT
}
