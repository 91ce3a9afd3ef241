package io.claviger.service.iam.role;

import io.claviger.service.iam.IamErrors;
import io.claviger.wire.ServiceError;

/// IAM's errors about service-linked roles, with AWS's codes and statuses.
final class ServiceLinkedErrors {

  private static final int NOT_FOUND = 404;

  private ServiceLinkedErrors() {}

  static ServiceError nameTaken(String roleName) {
    return IamErrors.invalidInput(
        "Service role name "
            + roleName
            + " has been taken in this account, please try a different suffix.");
  }

  /// Our wording.
  static ServiceError noSuchService(String service) {
    return IamErrors.invalidInput("The service " + service + " has no service-linked role.");
  }

  /// Our wording.
  static ServiceError suffixNotAllowed(String service) {
    return IamErrors.invalidInput("Custom suffix is not allowed for " + service);
  }

  /// Our wording.
  static ServiceError nameTooLong(String roleName) {
    return IamErrors.invalidInput("The role name " + roleName + " is longer than 64 characters.");
  }

  /// Our wording.
  static ServiceError notServiceLinked(String roleName) {
    return new ServiceError(
        "NoSuchEntity", NOT_FOUND, "The role with name " + roleName + " is not service-linked.");
  }

  /// Our wording.
  static ServiceError notATask(String id) {
    return IamErrors.invalidInput("The deletion task id " + id + " is not valid.");
  }

  /// Our wording.
  static ServiceError noSuchTask(String id) {
    return new ServiceError(
        "NoSuchEntity", NOT_FOUND, "The deletion task with id " + id + " cannot be found.");
  }
}
