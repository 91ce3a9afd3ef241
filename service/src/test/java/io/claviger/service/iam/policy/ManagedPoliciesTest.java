package io.claviger.service.iam.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Quota;
import io.claviger.account.Quotas;
import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyResponse;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyResponse;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.Tag;

class ManagedPoliciesTest {

  private static final String ARN = "arn:aws:iam::111122223333:policy/app/Read";
  private static final String MISSING = "arn:aws:iam::111122223333:policy/Nothing";
  private static final String OF_AWS = "arn:aws:iam::aws:policy/ReadOnlyAccess";

  private final InMemoryIam iam = new InMemoryIam();

  private static CreatePolicyRequest.Builder read() {
    return CreatePolicyRequest.builder()
        .policyName("Read")
        .path("/app/")
        .policyDocument(Documents.READ);
  }

  private Policy create() {
    return iam.call(
            read().description("reads").tags(Tag.builder().key("k").value("v").build()).build(),
            CreatePolicyResponse.class)
        .policy();
  }

  private Policy get(String arn) {
    return iam.call(GetPolicyRequest.builder().policyArn(arn).build(), GetPolicyResponse.class)
        .policy();
  }

  private void assertError(String code, int status, String message, AwsRequest input) {
    ServiceError error = iam.error(input);
    assertEquals(status + " " + code + ": " + message, toString(error));
  }

  private static String toString(ServiceError error) {
    return error.status() + " " + error.code() + ": " + error.message();
  }

  @Test
  void newPolicyHasItsFirstVersionInForce() {
    Policy policy = create();
    assertEquals("Read", policy.policyName());
    assertEquals(ARN, policy.arn());
    assertEquals("/app/", policy.path());
    assertEquals("v1", policy.defaultVersionId());
    assertTrue(policy.policyId().startsWith("ANPA") && policy.policyId().length() == 21);
    assertEquals(iam.now(), policy.createDate());
    assertEquals(iam.now(), policy.updateDate());
    assertEquals(0, policy.attachmentCount() + policy.permissionsBoundaryUsageCount());
    assertTrue(policy.isAttachable());
    assertEquals(1, policy.tags().size());
    assertNull(policy.description());
  }

  @Test
  void gettingAPolicyTellsItsDescriptionAndTags() {
    create();
    assertEquals("reads", get(ARN).description());
    assertEquals("v", get(ARN).tags().getFirst().value());
  }

  @Test
  void nameIsTakenWhateverItsCaseAndPath() {
    create();
    assertError(
        "EntityAlreadyExists",
        409,
        "A policy called READ already exists. Duplicate names are not allowed.",
        CreatePolicyRequest.builder().policyName("READ").policyDocument(Documents.READ).build());
  }

  @Test
  void quotaOfPoliciesHolds() {
    InMemoryIam small = new InMemoryIam(Quotas.AWS_DEFAULTS.with(Quota.POLICIES, 1));
    small.call(read().build());
    ServiceError error = small.error(read().policyName("Other").build());
    assertEquals(
        "409 LimitExceeded: Cannot exceed quota for PoliciesPerAccount: 1", toString(error));
  }

  @Test
  void documentMustBeAnIdentityBasedPolicy() {
    assertError(
        "MalformedPolicyDocument",
        400,
        "Policy document should not specify a principal.",
        read()
            .policyDocument(Documents.READ.replace("\"Action\"", "\"Principal\":\"*\",\"Action\""))
            .build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"Version\":\"2008-10-17\","})
  void documentMustBeOfTheNewerVersion(String version) {
    assertError(
        "MalformedPolicyDocument",
        400,
        "Policy document must be version 2012-10-17 or greater.",
        read()
            .policyDocument(Documents.READ.replace("\"Version\":\"2012-10-17\",", version))
            .build());
  }

  @Test
  void documentMustNotStartWithASpace() {
    assertError(
        "MalformedPolicyDocument",
        400,
        "The policy failed legacy parsing",
        read().policyDocument(" " + Documents.READ).build());
  }

  @Test
  void Abuse_029_whiteSpaceDoesNotCountTowardsTheSize() {
    String full = Documents.ofSize(Quotas.POLICY_SIZE);
    String padded = full.replace(",", "," + " ".repeat(41_000));
    assertTrue(padded.length() > 120_000);
    iam.call(read().policyDocument(padded).build());
    iam.call(read().policyName("Second").policyDocument(full).build());
  }

  @Test
  void Abuse_029_documentOneCharacterTooLargeIsRefusedBeforeItIsRead() {
    String message = "Cannot exceed quota for PolicySize: 6144";
    String tooLarge = Documents.ofSize(Quotas.POLICY_SIZE + 1);
    assertError("LimitExceeded", 409, message, read().policyDocument(tooLarge).build());
    String noJson = "[".repeat(131_072);
    assertError("LimitExceeded", 409, message, read().policyDocument(noJson).build());
    create();
    assertError(
        "LimitExceeded",
        409,
        message,
        CreatePolicyVersionRequest.builder().policyArn(ARN).policyDocument(tooLarge).build());
  }

  static Stream<AwsRequest> changesOf(String arn) {
    return Stream.of(
        DeletePolicyRequest.builder().policyArn(arn).build(),
        CreatePolicyVersionRequest.builder().policyArn(arn).policyDocument(Documents.READ).build(),
        SetDefaultPolicyVersionRequest.builder().policyArn(arn).versionId("v1").build(),
        DeletePolicyVersionRequest.builder().policyArn(arn).versionId("v1").build());
  }

  static Stream<AwsRequest> changesOfAMissingPolicy() {
    return Stream.concat(
        changesOf(MISSING), Stream.of(GetPolicyRequest.builder().policyArn(MISSING).build()));
  }

  static Stream<AwsRequest> changesOfAPolicyOfAws() {
    return changesOf(OF_AWS);
  }

  @ParameterizedTest
  @MethodSource("changesOfAMissingPolicy")
  void missingPolicyIsNotFound(AwsRequest input) {
    create();
    assertError("NoSuchEntity", 404, "Policy " + MISSING + " was not found.", input);
  }

  @ParameterizedTest
  @MethodSource("changesOfAPolicyOfAws")
  void policyOfAwsIsNotChanged(AwsRequest input) {
    ServiceError error = iam.error(input);
    assertEquals("AccessDenied", error.code());
    assertEquals(403, error.status());
    assertTrue(
        error
            .message()
            .startsWith("User: arn:aws:iam::111122223333:root is not authorized to perform: iam:"));
    assertTrue(error.message().endsWith(" on resource: policy " + OF_AWS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not an arn at all, but long",
        "arn:aws:s3:::bucket/policy/Read",
        "arn:aws:iam::111122223333:user/Read",
        "arn:aws:iam::1111222233:policy/Read",
        "arn:aws:iam:eu-west-1:111122223333:policy/Read"
      })
  void whatIsNoPolicysArnIsNoInput(String arn) {
    assertError(
        "InvalidInput",
        400,
        "ARN " + arn + " is not valid.",
        GetPolicyRequest.builder().policyArn(arn).build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam::111122223333:policy/Read",
        "arn:aws:iam::111122223333:policy/app/read",
        "arn:aws:iam::444455556666:policy/app/Read"
      })
  void arnIsComparedExactly(String arn) {
    create();
    assertError(
        "NoSuchEntity",
        404,
        "Policy " + arn + " was not found.",
        GetPolicyRequest.builder().policyArn(arn).build());
  }

  @Test
  void policyOfAwsIsShown() {
    Policy policy = get(OF_AWS);
    assertEquals("ReadOnlyAccess", policy.policyName());
    assertEquals("/", policy.path());
    assertEquals(OF_AWS, policy.arn());
    assertTrue(policy.isAttachable());
    assertFalse(policy.defaultVersionId().equals("v1"));
  }

  @Test
  void usesAreCountedByKind() {
    create();
    iam.call(CreateGroupRequest.builder().groupName("G").build());
    iam.call(AttachGroupPolicyRequest.builder().groupName("G").policyArn(ARN).build());
    iam.call(CreateUserRequest.builder().userName("u").permissionsBoundary(ARN).build());
    assertEquals(1, get(ARN).attachmentCount());
    assertEquals(1, get(ARN).permissionsBoundaryUsageCount());
  }

  @Test
  void policyInUseIsNotDeleted() {
    create();
    iam.call(CreateGroupRequest.builder().groupName("G").build());
    iam.call(AttachGroupPolicyRequest.builder().groupName("G").policyArn(ARN).build());
    AwsRequest delete = DeletePolicyRequest.builder().policyArn(ARN).build();
    String message = "Cannot delete a policy attached to entities.";
    assertError("DeleteConflict", 409, message, delete);
    iam.call(DetachGroupPolicyRequest.builder().groupName("G").policyArn(ARN).build());
    iam.call(CreateUserRequest.builder().userName("u").permissionsBoundary(ARN).build());
    assertError("DeleteConflict", 409, message, delete);
  }

  @Test
  void policyWithVersionsIsNotDeleted() {
    create();
    iam.call(
        CreatePolicyVersionRequest.builder().policyArn(ARN).policyDocument(Documents.READ).build());
    AwsRequest delete = DeletePolicyRequest.builder().policyArn(ARN).build();
    assertError(
        "DeleteConflict",
        409,
        "This policy has more than one version. Before you delete a policy, you must delete the"
            + " policy's versions. The default version is deleted with the policy.",
        delete);
    iam.call(DeletePolicyVersionRequest.builder().policyArn(ARN).versionId("v2").build());
    iam.call(delete);
    assertEquals(0, iam.account().policies().size());
  }

  @Test
  void recreatedPolicyHasAnotherId() {
    String first = create().policyId();
    iam.call(DeletePolicyRequest.builder().policyArn(ARN).build());
    iam.advance(Duration.ofSeconds(1));
    assertFalse(first.equals(create().policyId()));
  }
}
