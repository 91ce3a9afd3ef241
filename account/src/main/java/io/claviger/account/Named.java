package io.claviger.account;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;

/// An entity with a path and a friendly name, hence an ARN that carries both.
///
/// Friendly names are unique per kind and account without regard to case, and keep the case they
/// were given.
///
/// AWS rule: IAM User Guide, "IAM identifiers".
public sealed interface Named extends Entity
    permits CustomerPolicy, InstanceProfile, PolicyHolder, ServerCertificate {

  /// The unique id, `AIDA…` and the like.
  String id();

  /// The path, which begins and ends with a slash.
  String path();

  /// The friendly name.
  String name();

  /// The word that an ARN of this kind has before the path: `user`, `instance-profile`.
  String arnType();

  default Arn arn(AccountId account) {
    return Arn.iam(account, arnType() + path() + name());
  }
}
