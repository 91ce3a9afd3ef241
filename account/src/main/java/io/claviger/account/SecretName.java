package io.claviger.account;

/// What a secret of an account is stored under.
///
/// @param id the access key id, the user's, the certificate's or the credential's unique id, the
///   MFA device's path and name, the private or signing key's id
public record SecretName(Kind kind, String id) {

  /// What a secret is for; a secret sealed for one purpose does not open for another. The names are
  /// part of the stored form.
  public enum Kind {
    /// A secret access key.
    ACCESS_KEY,
    /// The Argon2id hashes of a user's passwords, the current one first, one a line.
    PASSWORD,
    /// A TOTP seed in base32.
    MFA_SEED,
    /// The private key of a server certificate, in PEM.
    SERVER_CERTIFICATE,
    /// The private key, in PEM, that decrypts the assertions of a SAML provider.
    SAML_PRIVATE_KEY,
    /// The SHA-256 hash of the secret of a service-specific credential, in lower-case hex. The
    /// secret is random and long, so that a quick hash is enough.
    SERVICE_SPECIFIC,
    /// A private key that signs web identity tokens, PKCS #8 in base64.
    TOKEN_SIGNING_KEY
  }
}
