package io.claviger.policy.decide;

/// How a policy gets hold of a requester, in the order of what that is worth where the policy is a
/// resource's.
///
/// AWS rule: IAM User Guide, "Policy evaluation for requests within a single account", and
/// "Permissions boundaries for IAM entities".
enum Grip {
  /// Not at all: the statement does not match.
  NONE,
  /// By naming the requester's account, which leaves it to the account's identity-based policies.
  ACCOUNT,
  /// By naming what stands behind a session: the role, or the user who asked for a federation
  /// token.
  BEHIND_SESSION,
  /// By naming the requester, or everyone.
  DIRECT
}
