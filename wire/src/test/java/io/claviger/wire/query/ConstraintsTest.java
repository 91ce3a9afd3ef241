package io.claviger.wire.query;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.wire.ServiceError;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.ChangePasswordRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsRequest;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.UntagUserRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.UploadSigningCertificateRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

class ConstraintsTest {

  private static final String ROLE = "arn:aws:iam::123456789012:role/app";

  @Test
  void aValueWithinAllBoundsPasses() {
    check(CreateUserRequest.builder().userName("a".repeat(64)).path("/a/b/").build());
    check(CreateUserRequest.builder().userName("A1_+=,.@-").path("/").build());
    check(ListUsersRequest.builder().maxItems(1000).build());
    check(ListUsersRequest.builder().build());
    check(UpdateAccessKeyRequest.builder().accessKeyId("A".repeat(16)).status("Inactive").build());
  }

  @Test
  void tooLongSaysTheLimit() {
    String name = "a".repeat(65);
    assertEquals(
        "1 validation error detected: Value '"
            + name
            + "' at 'userName' failed to satisfy constraint: Member must have length less than or"
            + " equal to 64",
        violation(CreateUserRequest.builder().userName(name).build()));
  }

  @Test
  void everyViolationIsNamed() {
    assertEquals(
        "3 validation errors detected: Value null at 'policyDocument' failed to satisfy constraint:"
            + " Member must not be null; Value null at 'policyName' failed to satisfy constraint:"
            + " Member must not be null; Value '' at 'userName' failed to satisfy constraint: Member"
            + " must have length greater than or equal to 1",
        violation(PutUserPolicyRequest.builder().userName("").build()));
  }

  @Test
  void numbersHaveBoundsToo() {
    assertEquals(
        "1 validation error detected: Value '0' at 'maxItems' failed to satisfy constraint: Member"
            + " must have value greater than or equal to 1",
        violation(ListUsersRequest.builder().maxItems(0).build()));
    assertEquals(
        "1 validation error detected: Value '1001' at 'maxItems' failed to satisfy constraint: Member"
            + " must have value less than or equal to 1000",
        violation(ListUsersRequest.builder().maxItems(1001).build()));
  }

  @Test
  void aMemberOfAListIsNamedByItsNumber() {
    var good = Tag.builder().key("team").value("").build();
    var bad = Tag.builder().key("a!").build();
    assertEquals(
        "2 validation errors detected: Value 'a!' at 'tags.2.member.key' failed to satisfy"
            + " constraint: Member must satisfy regular expression pattern:"
            + " [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+; Value null at 'tags.2.member.value' failed to satisfy"
            + " constraint: Member must not be null",
        violation(CreateUserRequest.builder().userName("bob").tags(good, bad).build()));
  }

  @Test
  void aListOfTextsIsOneValue() {
    assertEquals(
        "1 validation error detected: Value '[ok, a!]' at 'tagKeys' failed to satisfy constraint:"
            + " Member must satisfy constraint: [Member must have length less than or equal to 128,"
            + " Member must have length greater than or equal to 1, Member must satisfy regular"
            + " expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+]",
        violation(UntagUserRequest.builder().userName("bob").tagKeys("ok", "a!").build()));
    assertEquals(
        "1 validation error detected: Value '[Users]' at 'filter' failed to satisfy constraint:"
            + " Member must satisfy constraint: [Member must satisfy enum value set: [User, Role,"
            + " Group, LocalManagedPolicy, AWSManagedPolicy]]",
        violation(
            GetAccountAuthorizationDetailsRequest.builder().filterWithStrings("Users").build()));
  }

  @Test
  void aListHasBounds() {
    Tag tag = Tag.builder().key("k").value("v").build();
    String tooLong =
        violation(
            CreateUserRequest.builder().userName("bob").tags(Collections.nCopies(51, tag)).build());
    assertEquals(
        "1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must have"
            + " length less than or equal to 50",
        tooLong);
    AssumeRoleRequest tooShort =
        AssumeRoleRequest.builder()
            .roleArn(ROLE)
            .roleSessionName("s1")
            .providedContexts(List.of())
            .build();
    assertTrue(violation(tooShort).endsWith("must have length greater than or equal to 1"));
  }

  @Test
  void anEnumSaysItsValues() {
    assertEquals(
        "1 validation error detected: Value 'active' at 'status' failed to satisfy constraint: Member"
            + " must satisfy enum value set: [Active, Inactive, Expired]",
        violation(
            UpdateAccessKeyRequest.builder().accessKeyId("A".repeat(16)).status("active").build()));
  }

  @Test
  void secretsAreNotRepeated() {
    String password = "x".repeat(129);
    String message =
        violation(ChangePasswordRequest.builder().oldPassword("").newPassword(password).build());
    assertFalse(message.contains(password));
    assertTrue(message.contains("; Value at 'oldPassword' failed"), message);
  }

  @Test
  void iamHasItsOwnSentenceForTheCharactersOfNames() {
    assertEquals(
        "The specified value for userName is invalid. It must contain only alphanumeric characters"
            + " and/or the following: +=,.@_-",
        violation(CreateUserRequest.builder().userName("a b").build()));
    assertEquals(
        "The specified value for path is invalid. It must begin and end with / and contain only"
            + " alphanumeric characters and/or / characters.",
        violation(CreateUserRequest.builder().userName("bob").path("/a").build()));
  }

  @Test
  void iamHasItsOwnSentenceForTheCharactersOfTexts() {
    UploadSigningCertificateRequest.Builder upload = UploadSigningCertificateRequest.builder();
    assertEquals(
        "The specified value for certificateBody is invalid. It must contain only printable ASCII"
            + " characters.",
        violation(upload.certificateBody("\u2014BEGIN").build()));
    check(upload.certificateBody("-----\r\n\u00FF").build());
  }

  @Test
  void iamsOwnSentenceComesAfterAllOthers() {
    String message =
        violation(CreateUserRequest.builder().userName("a b").permissionsBoundary("short").build());
    assertTrue(message.startsWith("1 validation error detected: Value 'short'"), message);
  }

  @Test
  void stsHasTheSentenceOfTheModel() {
    assertEquals(
        "1 validation error detected: Value 'a b' at 'roleSessionName' failed to satisfy constraint:"
            + " Member must satisfy regular expression pattern: [\\w+=,.@-]*",
        violation(AssumeRoleRequest.builder().roleArn(ROLE).roleSessionName("a b").build()));
  }

  static Stream<OperationModel> operations() {
    return RoundTripThroughSdkClientTest.operations();
  }

  /// Also shows that the SDK's class has every member that the model names: what it lacks is an
  /// error.
  @ParameterizedTest
  @MethodSource("operations")
  void anEmptyRequestLacksExactlyTheRequiredMembers(OperationModel operation) {
    AwsRequest empty = ((AwsRequest.Builder) operation.newInput()).build();
    List<String> required =
        operation.inputShape().members().stream()
            .filter(Shape.Member::isRequired)
            .map(Shape.Member::name)
            .toList();
    if (required.isEmpty()) {
      assertDoesNotThrow(() -> Constraints.check(operation, empty));
      return;
    }
    String message = violation(empty);
    assertTrue(message.startsWith(required.size() + " validation error"), message);
    for (String name : required) {
      String path = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
      assertTrue(message.contains("Value null at '" + path + "' failed"), message);
    }
  }

  /// A value as long as a body may be costs no stack and little time, whatever the pattern.
  @ParameterizedTest
  @ValueSource(strings = {"/a", "a", "-", "a-", "/", " ", "é"})
  void noPatternIsSlowOnALongValue(String piece) {
    String value = piece.repeat(256 * 1024 / piece.length());
    List<Shape.Text> texts =
        operations().flatMap(operation -> texts(operation.inputShape())).distinct().toList();
    assertTrue(texts.size() > 50);
    Assertions.assertTimeout(
        Duration.ofSeconds(10), () -> texts.forEach(text -> text.fitsPattern(value)));
  }

  private static Stream<Shape.Text> texts(Shape shape) {
    return switch (shape) {
      case Shape.Text text -> Stream.of(text);
      case Shape.Items items -> texts(items.member());
      case Shape.Structure structure ->
          structure.members().stream().flatMap(member -> texts(member.shape()));
      case Shape.Whole _, Shape.Flag _ -> Stream.of();
    };
  }

  private static void check(AwsRequest request) {
    Constraints.check(operation(request), request);
  }

  private static String violation(AwsRequest request) {
    var error = assertThrows(ServiceError.class, () -> check(request));
    assertEquals("ValidationError", error.code());
    assertEquals(400, error.status());
    return error.message();
  }

  private static OperationModel operation(AwsRequest request) {
    return ApiModel.iam()
        .operation(request.getClass())
        .or(() -> ApiModel.sts().operation(request.getClass()))
        .orElseThrow();
  }
}
