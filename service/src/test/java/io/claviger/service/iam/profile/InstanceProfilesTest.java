package io.claviger.service.iam.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Quota;
import io.claviger.account.Quotas;
import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleResponse;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesResponse;
import software.amazon.awssdk.services.iam.model.RemoveRoleFromInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

class InstanceProfilesTest {

  private static final String TRUST =
      """
      {"Version":"2012-10-17","Statement":{"Effect":"Allow",
      "Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}\
      """;

  private final InMemoryIam iam = new InMemoryIam();

  @BeforeEach
  void twoRoles() {
    for (String name : List.of("R", "S")) {
      iam.call(CreateRoleRequest.builder().roleName(name).assumeRolePolicyDocument(TRUST).build());
    }
  }

  private static CreateInstanceProfileRequest.Builder profile(String name) {
    return CreateInstanceProfileRequest.builder().instanceProfileName(name);
  }

  private InstanceProfile create() {
    return iam.call(
            profile("I").path("/x/").tags(Tag.builder().key("k").value("v").build()).build(),
            CreateInstanceProfileResponse.class)
        .instanceProfile();
  }

  private InstanceProfile get() {
    return iam.call(
            GetInstanceProfileRequest.builder().instanceProfileName("I").build(),
            GetInstanceProfileResponse.class)
        .instanceProfile();
  }

  private static AwsRequest add(String profile, String role) {
    return AddRoleToInstanceProfileRequest.builder()
        .instanceProfileName(profile)
        .roleName(role)
        .build();
  }

  private static AwsRequest remove(String profile, String role) {
    return RemoveRoleFromInstanceProfileRequest.builder()
        .instanceProfileName(profile)
        .roleName(role)
        .build();
  }

  private void assertError(String code, String message, AwsRequest input) {
    ServiceError error = iam.error(input);
    assertEquals(code + ": " + message, error.code() + ": " + error.message());
  }

  @Test
  void newProfileHoldsNoRole() {
    InstanceProfile profile = create();
    assertEquals("arn:aws:iam::111122223333:instance-profile/x/I", profile.arn());
    assertTrue(profile.instanceProfileId().startsWith("AIPA"));
    assertEquals(iam.now(), profile.createDate());
    assertEquals(List.of(), profile.roles());
    assertEquals("v", get().tags().getFirst().value());
  }

  @Test
  void roleIsShownInTheProfileUntilItIsRemoved() {
    create();
    iam.call(add("I", "R"));
    Role role = get().roles().getFirst();
    assertEquals("arn:aws:iam::111122223333:role/R", role.arn());
    assertTrue(role.assumeRolePolicyDocument().contains("ec2.amazonaws.com"));
    iam.call(remove("I", "R"));
    assertEquals(List.of(), get().roles());
  }

  @Test
  void secondRoleIsRefused() {
    create();
    iam.call(add("I", "R"));
    String message = "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1";
    assertError("LimitExceeded", message, add("I", "S"));
    assertError("LimitExceeded", message, add("I", "R"));
  }

  @Test
  void roleThatTheProfileDoesNotHoldIsNotRemoved() {
    create();
    iam.call(add("I", "R"));
    assertError(
        "NoSuchEntity",
        "The role with name S cannot be found in instance profile I.",
        remove("I", "S"));
  }

  @Test
  void missingRoleIsNotFound() {
    create();
    String message = "The role with name Nobody cannot be found.";
    assertError("NoSuchEntity", message, add("I", "Nobody"));
    assertError("NoSuchEntity", message, remove("I", "Nobody"));
    assertError(
        "NoSuchEntity",
        message,
        ListInstanceProfilesForRoleRequest.builder().roleName("Nobody").build());
  }

  static Stream<AwsRequest> onAProfile() {
    return Stream.of(
        GetInstanceProfileRequest.builder().instanceProfileName("I").build(),
        DeleteInstanceProfileRequest.builder().instanceProfileName("I").build(),
        add("I", "R"),
        remove("I", "R"));
  }

  @ParameterizedTest
  @MethodSource("onAProfile")
  void missingProfileIsNotFound(AwsRequest input) {
    assertError("NoSuchEntity", "Instance Profile I cannot be found.", input);
  }

  @Test
  void nameIsTakenWhateverItsCaseAndPath() {
    create();
    assertError("EntityAlreadyExists", "Instance Profile i already exists.", profile("i").build());
  }

  @Test
  void quotaOfProfilesHolds() {
    InMemoryIam small = new InMemoryIam(Quotas.AWS_DEFAULTS.with(Quota.INSTANCE_PROFILES, 1));
    small.call(profile("I").build());
    assertEquals(
        "Cannot exceed quota for InstanceProfilesPerAccount: 1",
        small.error(profile("J").build()).message());
  }

  @Test
  void profileWithARoleIsNotDeleted() {
    create();
    iam.call(add("I", "R"));
    AwsRequest delete = DeleteInstanceProfileRequest.builder().instanceProfileName("I").build();
    assertError(
        "DeleteConflict",
        "Cannot delete entity, must remove roles from instance profile first.",
        delete);
    iam.call(remove("I", "R"));
    iam.call(delete);
    assertEquals(0, iam.account().instanceProfiles().size());
  }

  @Test
  void profilesAreListedByNamePageByPage() {
    create();
    iam.call(profile("a").build());
    iam.call(profile("Z").path("/x/y/").build());
    List<String> all = new ArrayList<>();
    String marker = null;
    do {
      ListInstanceProfilesResponse page =
          iam.call(
              ListInstanceProfilesRequest.builder().maxItems(2).marker(marker).build(),
              ListInstanceProfilesResponse.class);
      page.instanceProfiles().forEach(profile -> all.add(profile.instanceProfileName()));
      marker = page.marker();
      assertEquals(marker != null, page.isTruncated());
    } while (marker != null);
    assertEquals(List.of("a", "I", "Z"), all);
    ListInstanceProfilesResponse under =
        iam.call(
            ListInstanceProfilesRequest.builder().pathPrefix("/x/").build(),
            ListInstanceProfilesResponse.class);
    assertEquals(2, under.instanceProfiles().size());
    assertTrue(under.instanceProfiles().getFirst().tags() instanceof SdkAutoConstructList);
  }

  @Test
  void profilesOfARoleAreListed() {
    for (String name : List.of("b", "a", "c")) {
      iam.call(profile(name).build());
    }
    iam.call(add("b", "R"));
    iam.call(add("a", "R"));
    iam.call(add("c", "S"));
    ListInstanceProfilesForRoleResponse page =
        iam.call(
            ListInstanceProfilesForRoleRequest.builder().roleName("R").build(),
            ListInstanceProfilesForRoleResponse.class);
    assertEquals(
        List.of("a", "b"),
        page.instanceProfiles().stream().map(InstanceProfile::instanceProfileName).toList());
  }
}
