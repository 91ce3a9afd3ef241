package io.claviger.service.iam.delegation;

import io.claviger.service.iam.IamErrors;
import io.claviger.wire.ServiceError;

/// What is wrong with a delegation request, or with what somebody wants of one.
///
/// Codes and statuses are those of the API model; the wording is ours, since AWS does not publish
/// its own.
final class DelegationErrors {

  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private DelegationErrors() {}

  /// There is none, or none that this account may see.
  static ServiceError noSuchRequest(String id) {
    return noSuchEntity("Delegation request " + id + " cannot be found.");
  }

  /// The model of `AcceptDelegationRequest` has no other error for it.
  static ServiceError notToBeAccepted(String id, String state) {
    return noSuchEntity(
        "Delegation request "
            + id
            + " cannot be found among those to be accepted: its state is "
            + state
            + ".");
  }

  static ServiceError noSuchOwner(String arn) {
    return noSuchEntity("The owner " + arn + " cannot be found.");
  }

  private static ServiceError noSuchEntity(String message) {
    return new ServiceError("NoSuchEntity", NOT_FOUND, message);
  }

  static ServiceError wrongState(String id, String state) {
    return IamErrors.invalidInput(
        "Delegation request " + id + " is in state " + state + ", which does not allow this.");
  }

  static ServiceError noSuchTemplate(String arn, String account) {
    return IamErrors.invalidInput(
        "The policy template " + arn + " is not registered for account " + account + ".");
  }

  static ServiceError templateMissing() {
    return IamErrors.invalidInput("The permissions must name a policy template.");
  }

  static ServiceError parameterIncomplete() {
    return IamErrors.invalidInput("Every policy parameter must have a name, a type and values.");
  }

  static ServiceError parameterTwice(String name) {
    return IamErrors.invalidInput("The policy parameter " + name + " is given more than once.");
  }

  static ServiceError parameterMissing(String name) {
    return IamErrors.invalidInput("The policy template needs the parameter " + name + ".");
  }

  static ServiceError parameterNotUsed(String name) {
    return IamErrors.invalidInput("The policy template has no parameter " + name + ".");
  }

  static ServiceError invalidValues(String name) {
    return IamErrors.invalidInput(
        "The policy parameter "
            + name
            + " must have one value, or as a list at least one, without *, ? and $.");
  }

  static ServiceError notAPolicy(String message) {
    return IamErrors.invalidInput(
        "What the template and the parameters give is no policy: " + message);
  }

  static ServiceError policyTooLong(int most) {
    return IamErrors.invalidInput(
        "What the template and the parameters give is longer than " + most + " characters.");
  }

  static ServiceError redirectNotSafe() {
    return IamErrors.invalidInput("The redirect URL must start with https:// and a host.");
  }

  static ServiceError notATopicOf(String account) {
    return IamErrors.invalidInput(
        "The notification channel must be an SNS topic of account " + account + ".");
  }

  static ServiceError notAnIdentity(String arn) {
    return IamErrors.invalidInput(
        "ARN " + arn + " is not that of a user, a role's session or a root user.");
  }

  static ServiceError noSuchLocale(String locale) {
    return IamErrors.invalidInput("The locale " + locale + " is not supported.");
  }

  static ServiceError workflowTaken(String workflowId) {
    return new ServiceError(
        "EntityAlreadyExists",
        CONFLICT,
        "Delegation request with workflow id " + workflowId + " already exists.");
  }

  static ServiceError onlyByOwner(String id) {
    return accessDenied("Only the owner of delegation request " + id + " may send its token.");
  }

  /// @param mostHours for how long root may delegate
  static ServiceError tooLongForRoot(String id, long mostHours) {
    return accessDenied(
        "The root user may not accept delegation request "
            + id
            + ": it is for more than "
            + mostHours
            + " hours.");
  }

  static ServiceError restrictedApprover(String id) {
    return accessDenied(
        "Delegation request "
            + id
            + " may not be accepted in a session that session policies restrict.");
  }

  private static ServiceError accessDenied(String message) {
    return new ServiceError("AccessDenied", FORBIDDEN, message);
  }
}
