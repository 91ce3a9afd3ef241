package io.claviger.service.iam.lastaccess;

import io.claviger.service.iam.IamErrors;
import io.claviger.wire.ServiceError;
import java.util.List;

/// What is wrong with a question about access to services, worded as IAM is seen to word it.
final class LastAccessErrors {

  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private LastAccessErrors() {}

  static ServiceError invalidNamespaces(List<String> namespaces) {
    return IamErrors.invalidInput("Invalid service namespace: " + namespaces);
  }

  static ServiceError unsupportedNamespace(String namespace) {
    return IamErrors.invalidInput(
        "Service namepace " + namespace + " is either invalid or unsupported.");
  }

  /// A marker of another job, or of another kind of list.
  static ServiceError markerOfAnotherList() {
    return IamErrors.invalidInput("The marker passed in the request was invalid.");
  }

  /// An ARN of a thing that the question is not about.
  static ServiceError unsupportedEntity(String arn) {
    return IamErrors.invalidInput("Invalid Entity Arn: " + arn + " is not supported.");
  }

  /// An ARN that names nothing below the account.
  static ServiceError noEntityInArn(String arn) {
    return IamErrors.invalidInput("Could not extract entity from ARN : " + arn);
  }

  static ServiceError noSuchArn(String arn) {
    return new ServiceError("NoSuchEntity", NOT_FOUND, "ARN " + arn + " does not exist.");
  }

  static ServiceError wrongService() {
    return IamErrors.validation("Invalid service in ARN");
  }

  static ServiceError wrongPartition() {
    return IamErrors.validation("Invalid ARN partition");
  }

  /// An ARN of another account, which no policy opens.
  ///
  /// @param caller the caller's ARN
  static ServiceError anotherAccount(String caller, String arn) {
    return new ServiceError(
        "AccessDenied",
        FORBIDDEN,
        "User: " + caller + " is not authorized to perform the operation on " + arn);
  }

  /// A job that was never started, or by somebody else.
  static ServiceError noSuchJob(String id) {
    return new ServiceError("NoSuchEntity", NOT_FOUND, "Job " + id + " does not exist.");
  }
}
