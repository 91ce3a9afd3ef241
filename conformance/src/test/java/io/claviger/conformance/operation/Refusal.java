package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.wire.query.ErrorModel;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.model.DeleteConflictException;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.iam.model.LimitExceededException;
import software.amazon.awssdk.services.iam.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.PolicyNotAttachableException;
import software.amazon.awssdk.services.iam.model.UnmodifiableEntityException;

/// An operation that is refused with an error that its model declares.
///
/// @param operation as the wire names it
/// @param type the exception that the SDK makes of the error's code
/// @param attempt what leads up to the call in a fresh account, and as its last, the call
record Refusal(
    String operation, Class<? extends AwsServiceException> type, Consumer<Tenant> attempt) {

  /// @param operation `CreateUser`
  static Refusal of(
      String operation, Class<? extends AwsServiceException> type, Consumer<Tenant> attempt) {
    return new Refusal(operation, type, attempt);
  }

  static Refusal noSuchEntity(String operation, Consumer<Tenant> attempt) {
    return of(operation, NoSuchEntityException.class, attempt);
  }

  static Refusal limitExceeded(String operation, Consumer<Tenant> attempt) {
    return of(operation, LimitExceededException.class, attempt);
  }

  static Refusal alreadyExists(String operation, Consumer<Tenant> attempt) {
    return of(operation, EntityAlreadyExistsException.class, attempt);
  }

  static Refusal invalidInput(String operation, Consumer<Tenant> attempt) {
    return of(operation, InvalidInputException.class, attempt);
  }

  static Refusal malformedPolicy(String operation, Consumer<Tenant> attempt) {
    return of(operation, MalformedPolicyDocumentException.class, attempt);
  }

  static Refusal deleteConflict(String operation, Consumer<Tenant> attempt) {
    return of(operation, DeleteConflictException.class, attempt);
  }

  static Refusal unmodifiable(String operation, Consumer<Tenant> attempt) {
    return of(operation, UnmodifiableEntityException.class, attempt);
  }

  static Refusal notAttachable(String operation, Consumer<Tenant> attempt) {
    return of(operation, PolicyNotAttachableException.class, attempt);
  }

  Declared declared() {
    return new Declared(operation, DeclaredErrors.error(type).code());
  }

  /// Makes the calls and checks what came back: the type, that is the error's code and form; its
  /// status; its message, if it has one, and request id.
  void check(Tenant tenant) {
    AwsServiceException refused = assertThrowsExactly(type, () -> attempt.accept(tenant));
    ErrorModel error = DeclaredErrors.error(type);
    assertEquals(new Call(operation, error.code()), tenant.calls().getLast());
    assertEquals(error.status(), refused.statusCode());
    String message = refused.awsErrorDetails().errorMessage();
    // IAM sends its errors about credential reports without a message.
    assertTrue(message == null ? error.code().startsWith("Report") : !message.isBlank());
    assertNotNull(refused.requestId());
  }
}
