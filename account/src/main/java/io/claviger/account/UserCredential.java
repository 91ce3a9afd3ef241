package io.claviger.account;

/// A credential that a user, or the root user, has beside others of its kind: access keys, signing
/// certificates, SSH public keys and service-specific credentials.
///
/// AWS rule: IAM User Guide, "IAM security credentials": each of them is active or inactive.
public sealed interface UserCredential extends Entity
    permits AccessKey, ServiceSpecificCredential, SigningCertificate, SshPublicKey {

  /// The id that AWS gives it: `AKIA…`.
  String id();

  /// The user's unique id; of the root user, the account id.
  String ownerId();

  boolean active();

  UserCredential withActive(boolean newActive);
}
