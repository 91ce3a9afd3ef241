package io.claviger.policy.second;

/// What it is worth to be named in a resource policy of one's own account, the least first (§2.2).
enum Worth {
  /// Not named.
  NOTHING,
  /// The account is named, so its own policies decide.
  ACCOUNT,
  /// Who stands behind the session is named: the role, or the user who federated. Identity policies
  /// are not asked; boundary and session policies are.
  BEHIND,
  /// The requester itself is named, or everyone: nothing else is asked.
  DIRECT
}
