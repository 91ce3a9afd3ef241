package io.claviger.service.iam.servicecredential;

import io.claviger.service.iam.IamErrors;
import io.claviger.wire.ServiceError;

/// IAM's errors about service-specific credentials, with AWS's codes and statuses.
final class ServiceCredentialErrors {

  private static final int NOT_FOUND = 404;

  private ServiceCredentialErrors() {}

  /// Our wording, after the API Reference's description of the error.
  static ServiceError serviceNotSupported() {
    return new ServiceError(
        "NotSupportedService",
        NOT_FOUND,
        "The specified service does not support service-specific credentials.");
  }

  /// Our wording.
  static ServiceError noSuchCredential(String id) {
    return new ServiceError(
        "NoSuchEntity",
        NOT_FOUND,
        "The Service Specific Credential with id " + id + " cannot be found.");
  }

  /// Our wording.
  static ServiceError noExpiryFor(String service) {
    return IamErrors.validation("CredentialAgeDays cannot be specified for " + service + ".");
  }

  /// Our wording, after the API Reference on `AllUsers`.
  static ServiceError allUsersAndOne() {
    return IamErrors.validation("AllUsers cannot be specified together with UserName.");
  }

  /// Our wording, after the API Reference on `AllUsers`.
  static ServiceError allUsersOfNoService() {
    return IamErrors.validation("ServiceName must be specified with AllUsers.");
  }
}
