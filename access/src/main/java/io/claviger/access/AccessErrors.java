package io.claviger.access;

import io.claviger.policy.explain.DenialMessage;
import io.claviger.wire.ServiceError;

/// What a caller is told whose rights, or kind of credentials, do not do.
///
/// AWS rule: STS API Reference, "Common Error Types"; messages as the services send them.
public final class AccessErrors {

  private static final int FORBIDDEN = 403;

  private AccessErrors() {}

  /// IAM does not know credentials that it does not take, rather than deny them: that is how it
  /// answers.
  public static ServiceError credentialsUnknownToIam() {
    return new ServiceError(
        "InvalidClientTokenId", FORBIDDEN, "The security token included in the request is invalid");
  }

  /// Policies do not let the caller do it.
  public static ServiceError accessDenied(Authorization denied) {
    String message = DenialMessage.of(denied.requester(), denied.request(), denied.decision());
    return new ServiceError("AccessDenied", FORBIDDEN, message);
  }

  /// A denial that no policy states: AWS words it as it words those that one does.
  public static ServiceError notAuthorized(String callerArn, String action, String resource) {
    return new ServiceError(
        "AccessDenied",
        FORBIDDEN,
        "User: "
            + callerArn
            + " is not authorized to perform: "
            + action
            + " on resource: "
            + resource);
  }

  /// The operation wants long-term credentials.
  public static ServiceError notWithSessionCredentials(String operation) {
    return new ServiceError(
        "AccessDenied", FORBIDDEN, "Cannot call " + operation + " with session credentials");
  }

  /// Our wording.
  static ServiceError notWithDelegatedCredentials(String operation) {
    return new ServiceError(
        "AccessDenied", FORBIDDEN, "Cannot call " + operation + " with delegated credentials");
  }

  /// The root user cannot assume a role, whatever its trust policy says.
  public static ServiceError rolesNotAssumedByRoot() {
    return new ServiceError(
        "AccessDenied", FORBIDDEN, "Roles may not be assumed by root accounts.");
  }
}
