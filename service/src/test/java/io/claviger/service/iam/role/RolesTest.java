package io.claviger.service.iam.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Activity;
import io.claviger.account.Quota;
import io.claviger.account.Quotas;
import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.RemoveRoleFromInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionResponse;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;

class RolesTest {

  private static final String OF_AWS = "arn:aws:iam::aws:policy/ReadOnlyAccess";
  private static final String TRUST =
      """
      {"Version":"2012-10-17","Statement":{"Effect":"Allow",\
      "Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}\
      """;

  private final InMemoryIam iam = new InMemoryIam();

  private static CreateRoleRequest.Builder role(String name) {
    return CreateRoleRequest.builder().roleName(name).assumeRolePolicyDocument(TRUST);
  }

  private Role create() {
    return iam.call(
            role("R")
                .path("/app/")
                .description("works")
                .maxSessionDuration(7_200)
                .permissionsBoundary(OF_AWS)
                .tags(Tag.builder().key("k").value("v").build())
                .build(),
            CreateRoleResponse.class)
        .role();
  }

  private Role get() {
    return iam.call(GetRoleRequest.builder().roleName("R").build(), GetRoleResponse.class).role();
  }

  private void assertError(String code, String message, AwsRequest input) {
    ServiceError error = iam.error(input);
    assertEquals(code + ": " + message, error.code() + ": " + error.message());
  }

  @Test
  void newRoleIsAnswered() {
    Role role = create();
    assertEquals("arn:aws:iam::111122223333:role/app/R", role.arn());
    assertTrue(role.roleId().startsWith("AROA") && role.roleId().length() == 21);
    assertEquals("/app/", role.path());
    assertEquals(iam.now(), role.createDate());
    assertTrue(role.assumeRolePolicyDocument().startsWith("%7B%22Version%22"));
    assertEquals(OF_AWS, role.permissionsBoundary().permissionsBoundaryArn());
    assertEquals("k", role.tags().getFirst().key());
  }

  @Test
  void gettingARoleTellsAllOfIt() {
    create();
    Role role = get();
    assertEquals("works", role.description());
    assertEquals(7_200, role.maxSessionDuration());
    assertEquals(OF_AWS, role.permissionsBoundary().permissionsBoundaryArn());
    assertEquals("v", role.tags().getFirst().value());
    assertNotNull(role.roleLastUsed());
    assertNull(role.roleLastUsed().lastUsedDate());
  }

  @Test
  void sessionsLastAnHourUnlessSaidOtherwise() {
    iam.call(role("R").build());
    assertEquals(3_600, get().maxSessionDuration());
    assertNull(get().description());
    assertTrue(get().tags() instanceof SdkAutoConstructList);
  }

  @Test
  void lastUseIsToldFor400Days() {
    create();
    String id = iam.account().roles().named("R").orElseThrow().id();
    iam.activity()
        .record(
            InMemoryIam.ACCOUNT,
            Activity.Kind.ROLE,
            id,
            new Activity.Use(iam.now(), "s3", "eu-west-1"));
    iam.advance(Duration.ofDays(400).minusSeconds(1));
    assertEquals("eu-west-1", get().roleLastUsed().region());
    assertEquals(InMemoryIam.START, get().roleLastUsed().lastUsedDate());
    iam.advance(Duration.ofSeconds(1));
    assertNull(get().roleLastUsed().lastUsedDate());
  }

  @Test
  void nameIsTakenWhateverItsCaseAndPath() {
    create();
    assertError("EntityAlreadyExists", "Role with name r already exists.", role("r").build());
  }

  @Test
  void quotaOfRolesHolds() {
    InMemoryIam small = new InMemoryIam(Quotas.AWS_DEFAULTS.with(Quota.ROLES, 1));
    small.call(role("R").build());
    ServiceError error = small.error(role("S").build());
    assertEquals("LimitExceeded", error.code());
    assertEquals("Cannot exceed quota for RolesPerAccount: 1", error.message());
  }

  @Test
  void boundaryMustExist() {
    assertEquals(
        "NoSuchEntity",
        iam.error(role("R").permissionsBoundary("arn:aws:iam::aws:policy/Nothing").build()).code());
  }

  @Test
  void Abuse_029_trustPolicyOneCharacterTooLargeIsRefusedBeforeItIsRead() {
    String full = TRUST.replace("Allow\"", "Allow\",\"Sid\":\"\"");
    full = full.replace("\"Sid\":\"", "\"Sid\":\"" + "a".repeat(2_048 - full.length()));
    String padded = full.replace("{", " ".repeat(40_000) + "{").strip();
    iam.call(role("R").assumeRolePolicyDocument(padded).build());
    String message = "Cannot exceed quota for ACLSizePerRole: 2048";
    String tooLarge = full.replace("\"Sid\":\"", "\"Sid\":\"a");
    assertError("LimitExceeded", message, role("S").assumeRolePolicyDocument(tooLarge).build());
    assertError(
        "LimitExceeded",
        message,
        UpdateAssumeRolePolicyRequest.builder()
            .roleName("R")
            .policyDocument("[".repeat(131_072))
            .build());
  }

  @Test
  void rolesAreListedByNamePageByPage() {
    create();
    iam.call(role("b").build());
    iam.call(role("a").path("/app/x/").build());
    List<String> all = new ArrayList<>();
    String marker = null;
    do {
      ListRolesResponse page =
          iam.call(
              ListRolesRequest.builder().maxItems(2).marker(marker).build(),
              ListRolesResponse.class);
      page.roles().forEach(role -> all.add(role.roleName()));
      marker = page.marker();
    } while (marker != null);
    assertEquals(List.of("a", "b", "R"), all);
  }

  @Test
  void listSelectsByPathAndLeavesOutTagsAndBoundary() {
    create();
    iam.call(role("b").build());
    ListRolesResponse page =
        iam.call(ListRolesRequest.builder().pathPrefix("/app/").build(), ListRolesResponse.class);
    assertFalse(page.isTruncated());
    Role role = page.roles().getFirst();
    assertEquals(1, page.roles().size());
    assertEquals("works", role.description());
    assertTrue(role.tags() instanceof SdkAutoConstructList);
    assertNull(role.permissionsBoundary());
    assertNull(role.roleLastUsed());
  }

  @Test
  void updateChangesWhatItNamesAndResetsTheSessionDuration() {
    create();
    iam.call(UpdateRoleRequest.builder().roleName("R").maxSessionDuration(43_200).build());
    assertEquals("works", get().description());
    assertEquals(43_200, get().maxSessionDuration());
    iam.call(UpdateRoleRequest.builder().roleName("R").description("rests").build());
    assertEquals("rests", get().description());
    assertEquals(3_600, get().maxSessionDuration());
    iam.call(UpdateRoleRequest.builder().roleName("R").description("").build());
    assertNull(get().description());
  }

  @Test
  void updatedDescriptionLeavesTheSessionDuration() {
    create();
    Role role =
        iam.call(
                UpdateRoleDescriptionRequest.builder().roleName("R").description("rests").build(),
                UpdateRoleDescriptionResponse.class)
            .role();
    assertEquals("rests", role.description());
    assertEquals(7_200, role.maxSessionDuration());
  }

  @Test
  void trustPolicyIsReplaced() {
    create();
    iam.call(
        UpdateAssumeRolePolicyRequest.builder()
            .roleName("R")
            .policyDocument(TRUST.replace("ec2", "lambda"))
            .build());
    assertTrue(get().assumeRolePolicyDocument().contains("lambda.amazonaws.com"));
    assertError(
        "MalformedPolicyDocument",
        "Has prohibited field Resource",
        UpdateAssumeRolePolicyRequest.builder()
            .roleName("R")
            .policyDocument(TRUST.replace("\"Action\"", "\"Resource\":\"*\",\"Action\""))
            .build());
  }

  @Test
  void roleIsDeletedOnlyWhenNothingHoldsIt() {
    create();
    AwsRequest delete = DeleteRoleRequest.builder().roleName("R").build();
    iam.call(CreateInstanceProfileRequest.builder().instanceProfileName("I").build());
    iam.call(
        AddRoleToInstanceProfileRequest.builder().instanceProfileName("I").roleName("R").build());
    iam.call(AttachRolePolicyRequest.builder().roleName("R").policyArn(OF_AWS).build());
    iam.call(
        PutRolePolicyRequest.builder()
            .roleName("R")
            .policyName("p")
            .policyDocument(
                """
                {"Version":"2012-10-17",
                "Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}\
                """)
            .build());
    String text = "Cannot delete entity, must ";
    assertError("DeleteConflict", text + "remove roles from instance profile first.", delete);
    iam.call(
        RemoveRoleFromInstanceProfileRequest.builder()
            .instanceProfileName("I")
            .roleName("R")
            .build());
    assertError("DeleteConflict", text + "detach all policies first.", delete);
    iam.call(DetachRolePolicyRequest.builder().roleName("R").policyArn(OF_AWS).build());
    assertError("DeleteConflict", text + "delete policies first.", delete);
    iam.call(DeleteRolePolicyRequest.builder().roleName("R").policyName("p").build());
    iam.call(delete);
    assertEquals(0, iam.account().roles().size());
  }

  static Stream<AwsRequest> onARole() {
    return Stream.of(
        GetRoleRequest.builder().roleName("R").build(),
        DeleteRoleRequest.builder().roleName("R").build(),
        UpdateRoleRequest.builder().roleName("R").build(),
        UpdateRoleDescriptionRequest.builder().roleName("R").description("").build(),
        UpdateAssumeRolePolicyRequest.builder().roleName("R").policyDocument(TRUST).build());
  }

  @ParameterizedTest
  @MethodSource("onARole")
  void missingRoleIsNotFound(AwsRequest input) {
    assertError("NoSuchEntity", "The role with name R cannot be found.", input);
  }
}
