package io.claviger.account;

import java.time.Instant;

/// An X.509 certificate that a user signs requests with. AWS has long stopped taking such
/// signatures in most places; the certificates are kept all the same.
///
/// @param id 32 characters
/// @param ownerId the user's unique id; of the root user, the account id
/// @param body in PEM, as it was uploaded
/// @param fingerprint SHA-256 of the certificate in lower-case hex, which no two in an account have
///   alike
/// @param created when it was uploaded
public record SigningCertificate(
    String id, String ownerId, String body, String fingerprint, boolean active, Instant created)
    implements UserCredential {

  @Override
  public EntityKey key() {
    return new EntityKey(EntityKind.SIGNING_CERTIFICATE, id);
  }

  @Override
  public SigningCertificate withActive(boolean newActive) {
    return new SigningCertificate(id, ownerId, body, fingerprint, newActive, created);
  }
}
