package io.claviger.service.iam.simulate;

import io.claviger.service.iam.IamErrors;
import io.claviger.wire.ServiceError;

/// The simulator's errors, all of them `InvalidInput`, with AWS's wording where its clients are
/// seen to print some.
final class SimulationErrors {

  private SimulationErrors() {}

  static ServiceError notAnAction(String action) {
    return IamErrors.invalidInput("ActionNames are not in a valid format: " + action + ".");
  }

  static ServiceError notAResource(String resource) {
    return IamErrors.invalidInput("ResourceNames are not in a valid ARN format: " + resource + ".");
  }

  static ServiceError callerIsNoUser() {
    return IamErrors.invalidInput("Invalid caller - Caller must be an IAM user in this context.");
  }

  static ServiceError notAnOwner(String owner) {
    return IamErrors.invalidInput("'" + owner + "' is not a valid as a Resource Owner.");
  }

  static ServiceError notAnEntity(String arn) {
    return IamErrors.invalidInput(
        "Invalid Entity Arn: " + arn + " does not clearly define entity type and name.");
  }

  static ServiceError severalBoundaries() {
    return IamErrors.invalidInput(
        "PermissionsBoundaryPolicyInputList can have only one permissions boundary policy.");
  }

  /// @param source which document: `PolicyInputList.1`
  static ServiceError badPolicy(String source, String message) {
    return IamErrors.invalidInput("Invalid policy " + source + ": " + message);
  }

  static ServiceError severalValues(String key, String type) {
    return IamErrors.invalidInput(
        "Context key " + key + " of type " + type + " must have a single value.");
  }

  static ServiceError wrongValue(String key, String type, String value) {
    return IamErrors.invalidInput(
        "Context key "
            + key
            + " has the value '"
            + value
            + "', which is not of type "
            + type
            + ".");
  }

  static ServiceError unnamedKey() {
    return IamErrors.invalidInput("Every context entry must have a ContextKeyName.");
  }

  static ServiceError unknownHandling(String option) {
    return IamErrors.invalidInput("'" + option + "' is not a valid ResourceHandlingOption.");
  }

  /// @param type a resource type of EC2: `security-group`
  static ServiceError resourceMissing(String option, String type) {
    return IamErrors.invalidInput(
        "ResourceHandlingOption " + option + " requires a resource of type " + type + ".");
  }
}
