package io.claviger.service.iam.oidc;

import io.claviger.service.iam.IamErrors;
import io.claviger.wire.ServiceError;

/// What is wrong with an OpenID Connect provider that is to be made or changed.
final class OidcErrors {

  private static final int BAD_REQUEST = 400;
  private static final int CONFLICT = 409;

  private OidcErrors() {}

  static ServiceError invalidUrl() {
    return IamErrors.validation("Invalid Open ID Connect Provider URL");
  }

  /// @param issuer with its scheme
  static ServiceError providerExists(String issuer) {
    return new ServiceError(
        "EntityAlreadyExists", CONFLICT, "Provider with url " + issuer + " already exists.");
  }

  static ServiceError tooManyThumbprints(int most) {
    return IamErrors.invalidInput("Thumbprint list must contain fewer than " + most + " entries.");
  }

  static ServiceError notAThumbprint(String text) {
    return IamErrors.invalidInput(
        "Thumbprint " + text + " must be the hex-encoded SHA-1 hash of a certificate.");
  }

  static ServiceError unreachable(String issuer) {
    return new ServiceError(
        "OpenIdIdpCommunicationError",
        BAD_REQUEST,
        "Could not retrieve the certificate of " + issuer + '.');
  }
}
