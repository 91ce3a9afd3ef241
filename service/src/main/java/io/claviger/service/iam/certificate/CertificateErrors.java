package io.claviger.service.iam.certificate;

import io.claviger.wire.ServiceError;

/// IAM's errors about certificates, with AWS's codes and statuses. Where a text is said to be ours,
/// none of AWS's is known; the others are those that AWS's clients are seen to print.
final class CertificateErrors {

  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private CertificateErrors() {}

  static ServiceError noSuchServerCertificate(String name) {
    return new ServiceError(
        "NoSuchEntity",
        NOT_FOUND,
        "The Server Certificate with name " + name + " cannot be found.");
  }

  static ServiceError serverCertificateExists(String name) {
    return new ServiceError(
        "EntityAlreadyExists",
        CONFLICT,
        "The Server Certificate with name " + name + " already exists.");
  }

  static ServiceError notACertificate() {
    return malformed(
        "Unable to parse certificate. Please ensure the certificate is in PEM format.");
  }

  /// @param index of the certificate where the chain breaks, 0 for the one that the chain is for;
  ///   -1 where it is none of them
  static ServiceError brokenChain(int index) {
    return malformed(
        "Unable to validate certificate chain. The certificate chain must start with the immediate"
            + " signing certificate, followed by any intermediaries in order. The index within the"
            + " chain of the invalid certificate is: "
            + index);
  }

  /// Our wording.
  static ServiceError notValidNow() {
    return malformed("The certificate has expired or is not valid yet.");
  }

  /// Our wording.
  static ServiceError unsupportedKey() {
    return malformed(
        "The public key of the certificate is not supported. It must be an ECDSA key, or an RSA key"
            + " of 1024 to 4096 bits.");
  }

  static ServiceError notAPrivateKey() {
    return malformed("Invalid Private Key.");
  }

  static ServiceError keyPairMismatch() {
    return new ServiceError(
        "KeyPairMismatch", BAD_REQUEST, "Public Key Certificate and Private Key doesn't match.");
  }

  /// Our wording.
  static ServiceError noSuchSigningCertificate(String id) {
    return new ServiceError(
        "NoSuchEntity", NOT_FOUND, "The Certificate with id " + id + " cannot be found.");
  }

  /// Our wording, after the API Reference's description of the error.
  static ServiceError duplicateCertificate() {
    return new ServiceError(
        "DuplicateCertificate",
        CONFLICT,
        "The same certificate is associated with an IAM user in the account.");
  }

  /// Our wording.
  static ServiceError invalidCertificate(String why) {
    return new ServiceError(
        "InvalidCertificate", BAD_REQUEST, "The certificate is invalid: " + why);
  }

  private static ServiceError malformed(String message) {
    return new ServiceError("MalformedCertificate", BAD_REQUEST, message);
  }
}
