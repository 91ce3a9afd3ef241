package io.claviger.access;

import io.claviger.wire.ServiceError;

/// What a caller is told whose credentials or rights do not do.
///
/// AWS rule: STS API Reference, "Common Error Types"; messages as the services send them.
public final class AccessErrors {

  private static final int FORBIDDEN = 403;

  private AccessErrors() {}

  /// The access key id or the session token is none, or no longer, or may not be used here. Which,
  /// is not said.
  public static ServiceError invalidClientTokenId() {
    return new ServiceError(
        "InvalidClientTokenId", FORBIDDEN, "The security token included in the request is invalid");
  }

  /// The session is over.
  public static ServiceError expiredToken() {
    return new ServiceError(
        "ExpiredToken", FORBIDDEN, "The security token included in the request is expired");
  }

  /// Policies do not let the caller do it.
  public static ServiceError accessDenied(Authorization denied) {
    return new ServiceError("AccessDenied", FORBIDDEN, DenialMessage.of(denied));
  }

  /// The operation wants long-term credentials.
  public static ServiceError notWithSessionCredentials(String operation) {
    return new ServiceError(
        "AccessDenied", FORBIDDEN, "Cannot call " + operation + " with session credentials");
  }

  /// The root user cannot assume a role, whatever its trust policy says.
  public static ServiceError rolesNotAssumedByRoot() {
    return new ServiceError(
        "AccessDenied", FORBIDDEN, "Roles may not be assumed by root accounts.");
  }
}
