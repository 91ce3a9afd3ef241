package io.claviger.service.iam.lastaccess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.claviger.base.AccountId;
import io.claviger.reference.ServiceReference;
import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesGrantingServiceAccessEntry;
import software.amazon.awssdk.services.iam.model.ListPoliciesGrantingServiceAccessRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesGrantingServiceAccessResponse;
import software.amazon.awssdk.services.iam.model.PolicyGrantingServiceAccess;
import software.amazon.awssdk.services.iam.model.PolicyOwnerEntityType;
import software.amazon.awssdk.services.iam.model.PolicyType;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;

class ListPoliciesGrantingServiceAccessTest {

  private static final String BOB = "arn:aws:iam::111122223333:user/team/bob";
  private static final String S3_READ = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";

  private final InMemoryIam iam = new InMemoryIam();

  @BeforeEach
  void bobIsADeveloper() {
    iam.call(CreateUserRequest.builder().userName("bob").path("/team/").build());
    iam.call(CreateGroupRequest.builder().groupName("Devs").build());
    iam.call(AddUserToGroupRequest.builder().userName("bob").groupName("Devs").build());
  }

  private void put(String statements) {
    iam.call(
        PutUserPolicyRequest.builder()
            .userName("bob")
            .policyName("own")
            .policyDocument(document(statements))
            .build());
  }

  private static String document(String statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements.replace('\'', '"') + "]}";
  }

  private static ListPoliciesGrantingServiceAccessRequest request(
      String arn, String... namespaces) {
    return ListPoliciesGrantingServiceAccessRequest.builder()
        .arn(arn)
        .serviceNamespaces(namespaces)
        .build();
  }

  private List<ListPoliciesGrantingServiceAccessEntry> list(String arn, String... namespaces) {
    return iam.call(request(arn, namespaces), ListPoliciesGrantingServiceAccessResponse.class)
        .policiesGrantingServiceAccess();
  }

  private static PolicyGrantingServiceAccess managed(String name, String arn) {
    return PolicyGrantingServiceAccess.builder()
        .policyName(name)
        .policyType(PolicyType.MANAGED)
        .policyArn(arn)
        .build();
  }

  private static PolicyGrantingServiceAccess inline(
      String name, PolicyOwnerEntityType type, String holder) {
    return PolicyGrantingServiceAccess.builder()
        .policyName(name)
        .policyType(PolicyType.INLINE)
        .entityType(type)
        .entityName(holder)
        .build();
  }

  @Test
  void policiesOfTheUserAndItsGroupsAreListedManagedOnesFirstAndOnce() {
    put("{'Effect':'Allow','Action':'s3:GetObject','Resource':'*'}");
    iam.call(AttachUserPolicyRequest.builder().userName("bob").policyArn(S3_READ).build());
    iam.call(AttachGroupPolicyRequest.builder().groupName("Devs").policyArn(S3_READ).build());
    iam.call(
        PutGroupPolicyRequest.builder()
            .groupName("Devs")
            .policyName("all")
            .policyDocument(document("{'Effect':'Allow','Action':'*','Resource':'*'}"))
            .build());
    PolicyGrantingServiceAccess all = inline("all", PolicyOwnerEntityType.GROUP, "Devs");
    List<ListPoliciesGrantingServiceAccessEntry> entries = list(BOB, "sqs", "s3", "sqs");
    assertEquals(
        List.of("sqs", "s3"),
        entries.stream().map(ListPoliciesGrantingServiceAccessEntry::serviceNamespace).toList());
    assertEquals(List.of(all), entries.getFirst().policies());
    assertEquals(
        List.of(
            managed("AmazonS3ReadOnlyAccess", S3_READ),
            inline("own", PolicyOwnerEntityType.USER, "bob"),
            all),
        entries.getLast().policies());
    assertEquals(
        List.of(managed("AmazonS3ReadOnlyAccess", S3_READ), all),
        list("arn:aws:iam::111122223333:group/Devs", "s3").getFirst().policies());
  }

  /// A statement, and whether its policy grants something of S3.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "true | {'Effect':'Allow','Action':'s3:GetObject','Resource':'*'}",
        "true | {'Effect':'Allow','Action':'S3:GETOBJECT','Resource':'*'}",
        "true | {'Effect':'Allow','Action':'s3:NoSuchAction','Resource':'*'}",
        "true | {'Effect':'Allow','Action':'s3:Get*','Resource':'arn:aws:s3:::bucket'}",
        "true | {'Effect':'Allow','Action':'*','Resource':'*'}",
        "true | {'Effect':'Allow','NotAction':'s3:Get*','Resource':'*'}",
        "true | {'Effect':'Allow','NotAction':'iam:*','Resource':'*'}",
        "true | {'Effect':'Allow','Action':'s3:*','NotResource':'arn:aws:s3:::bucket'}",
        "true | {'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'true'}}}",
        "false | {'Effect':'Deny','Action':'s3:*','Resource':'*'}",
        "false | {'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:iam::111122223333:user/x'}",
        "false | {'Effect':'Allow','Action':'s3:GetObject','NotResource':'*'}",
        "false | {'Effect':'Allow','NotAction':'s3:*','Resource':'*'}",
        "false | {'Effect':'Allow','NotAction':'*','Resource':'*'}",
        "false | {'Effect':'Allow','Action':'sqs:*','Resource':'*'}",
      })
  void grantIsSeenForItself(boolean isGranted, String statement) {
    put(statement);
    assertEquals(isGranted, !list(BOB, "s3").getFirst().policies().isEmpty());
  }

  /// A denial beside an allowed `s3:GetObject`, and whether the grant stays.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "false | {'Effect':'Deny','Action':'s3:*','Resource':'*'}",
        "false | {'Effect':'Deny','Action':'*','Resource':'*'}",
        "false | {'Effect':'Deny','NotAction':'iam:*','Resource':'*'}",
        "true | {'Effect':'Deny','NotAction':'s3:List*','Resource':'*'}",
        "true | {'Effect':'Deny','Action':'s3:GetObject','Resource':'*'}",
        "true | {'Effect':'Deny','Action':'s3:*','Resource':'arn:aws:s3:::*'}",
        "true | {'Effect':'Deny','Action':'s3:*','NotResource':'arn:aws:s3:::bucket'}",
        "true | {'Effect':'Deny','Action':'s3:*','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'false'}}}",
      })
  void onlyADenialOfTheWholeServiceTakesTheGrantAway(boolean stays, String denial) {
    put("{'Effect':'Allow','Action':'s3:GetObject','Resource':'*'}," + denial);
    assertEquals(stays, !list(BOB, "s3").getFirst().policies().isEmpty());
  }

  @Test
  void denialInAnotherPolicyDoesNotCount() {
    put("{'Effect':'Allow','Action':'s3:GetObject','Resource':'*'}");
    iam.call(
        PutGroupPolicyRequest.builder()
            .groupName("Devs")
            .policyName("no")
            .policyDocument(document("{'Effect':'Deny','Action':'*','Resource':'*'}"))
            .build());
    assertEquals(
        List.of(inline("own", PolicyOwnerEntityType.USER, "bob")),
        list(BOB, "s3").getFirst().policies());
  }

  @Test
  void onlyTheNameInAnArnCounts() {
    put("{'Effect':'Allow','Action':'s3:GetObject','Resource':'*'}");
    for (String path : List.of("user/bob", "user/other/bob")) {
      assertFalse(list("arn:aws:iam::111122223333:" + path, "s3").getFirst().policies().isEmpty());
    }
  }

  /// What is authorized is the user who is looked at, wherever the request says it is.
  @Test
  void Abuse_051_permissionIsForTheRealPath() {
    assertEquals(
        BOB,
        iam.requires(request("arn:aws:iam::111122223333:user/mine/bob", "s3"))
            .getFirst()
            .resource());
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::111122223333:user/team/eve, NoSuchEntity",
    "arn:aws:iam::111122223333:policy/team/P, InvalidInput",
    "arn:aws:iam::111122223333:root,          InvalidInput",
    "arn:aws:s3::111122223333:user/team/bob,  ValidationError",
    "arn:aws-cn:iam::111122223333:user/bob,   ValidationError",
    "arn:aws:iam::444455556666:user/team/bob, AccessDenied",
    "no:arn:at:all:whatever:else,             InvalidInput",
  })
  void arnOfAnythingElseIsRefused(String arn, String code) {
    assertEquals(code, iam.error(request(arn, "s3")).code());
  }

  @Test
  void anotherAccountIsClosedWhoeverAsks() {
    iam.addAccount(new AccountId("444455556666"));
    ServiceError error = iam.error(request("arn:aws:iam::444455556666:user/eve", "s3"));
    assertEquals(
        "User: arn:aws:iam::111122223333:root is not authorized to perform the operation on"
            + " arn:aws:iam::444455556666:user/eve",
        error.message());
  }

  @Test
  void namespacesAreExactAndTheUnknownAreNamed() {
    assertEquals(
        "Invalid service namespace: [S3, nothing]",
        iam.error(request(BOB, "S3", "sqs", "nothing")).message());
  }

  @Test
  void listOfMoreThanAHundredServicesHasASecondPage() {
    String[] namespaces =
        ServiceReference.load().prefixes().stream().limit(150).toArray(String[]::new);
    ListPoliciesGrantingServiceAccessResponse first = page(namespaces, null);
    assertEquals(100, first.policiesGrantingServiceAccess().size());
    assertEquals(
        namespaces[100],
        page(namespaces, first.marker())
            .policiesGrantingServiceAccess()
            .getFirst()
            .serviceNamespace());
    ListPoliciesGrantingServiceAccessRequest other =
        request(BOB, "s3").toBuilder().marker(first.marker()).build();
    assertEquals("Invalid Marker.", iam.error(other).message());
  }

  private ListPoliciesGrantingServiceAccessResponse page(
      String[] namespaces, @Nullable String marker) {
    return iam.call(
        request(BOB, namespaces).toBuilder().marker(marker).build(),
        ListPoliciesGrantingServiceAccessResponse.class);
  }
}
