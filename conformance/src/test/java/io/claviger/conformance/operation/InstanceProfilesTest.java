package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Quota;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.InstanceProfile;

class InstanceProfilesTest implements OperationFamily {

  @Test
  @Success({"CreateInstanceProfile", "GetInstanceProfile", "ListInstanceProfiles"})
  void profileIsMadeAsAsked(Tenant t) {
    InstanceProfile made =
        t.iam()
            .createInstanceProfile(
                in -> in.instanceProfileName("host").path("/team/").tags(Given.TAGS))
            .instanceProfile();
    assertEquals(t.arn("instance-profile/team/host"), made.arn());
    assertTrue(made.instanceProfileId().matches("AIPA[A-Z0-9]{17}"), made.instanceProfileId());
    t.iam().waiter().waitUntilInstanceProfileExists(in -> in.instanceProfileName("host"));
    assertEquals(made, profile(t));
    assertEquals(1, t.iam().listInstanceProfiles().instanceProfiles().size());
  }

  @Test
  @Success({
    "AddRoleToInstanceProfile",
    "ListInstanceProfilesForRole",
    "RemoveRoleFromInstanceProfile",
    "DeleteInstanceProfile"
  })
  void profileHoldsARole(Tenant t) {
    appInHost(t);
    assertEquals("app", profile(t).roles().getFirst().roleName());
    assertEquals(
        "host",
        t.iam()
            .listInstanceProfilesForRole(in -> in.roleName("app"))
            .instanceProfiles()
            .getFirst()
            .instanceProfileName());
    t.iam().removeRoleFromInstanceProfile(in -> in.instanceProfileName("host").roleName("app"));
    assertEquals(List.of(), profile(t).roles());
    t.iam().deleteInstanceProfile(in -> in.instanceProfileName("host"));
    assertEquals(List.of(), t.iam().listInstanceProfiles().instanceProfiles());
  }

  private static InstanceProfile profile(Tenant t) {
    return t.iam().getInstanceProfile(in -> in.instanceProfileName("host")).instanceProfile();
  }

  private static void appInHost(Tenant t) {
    Given.role(t, "app");
    Given.profile(t, "host");
    add(t, "app");
  }

  private static void add(Tenant t, String role) {
    t.iam().addRoleToInstanceProfile(in -> in.instanceProfileName("host").roleName(role));
  }

  @Override
  public List<Refusal> refusals() {
    return Stream.of(ofProfiles(), ofRoles()).flatMap(List::stream).toList();
  }

  private static List<Refusal> ofProfiles() {
    return List.of(
        Refusal.alreadyExists(
            "CreateInstanceProfile",
            t -> {
              Given.profile(t, "host");
              Given.profile(t, "HOST");
            }),
        Refusal.invalidInput(
            "CreateInstanceProfile",
            t ->
                t.iam()
                    .createInstanceProfile(
                        in -> in.instanceProfileName("host").tags(Given.SAME_TAG_TWICE))),
        Refusal.limitExceeded(
            "CreateInstanceProfile",
            t -> {
              t.limit(Quota.INSTANCE_PROFILES, 1);
              Given.profile(t, "host");
              Given.profile(t, "other");
            }),
        Refusal.noSuchEntity("GetInstanceProfile", InstanceProfilesTest::profile),
        Refusal.noSuchEntity(
            "DeleteInstanceProfile",
            t -> t.iam().deleteInstanceProfile(in -> in.instanceProfileName("host"))),
        Refusal.deleteConflict(
            "DeleteInstanceProfile",
            t -> {
              appInHost(t);
              t.iam().deleteInstanceProfile(in -> in.instanceProfileName("host"));
            }));
  }

  private static List<Refusal> ofRoles() {
    return List.of(
        Refusal.noSuchEntity(
            "AddRoleToInstanceProfile",
            t -> {
              Given.profile(t, "host");
              add(t, "nobody");
            }),
        Refusal.limitExceeded(
            "AddRoleToInstanceProfile",
            t -> {
              appInHost(t);
              Given.role(t, "other");
              add(t, "other");
            }),
        Refusal.unmodifiable(
            "AddRoleToInstanceProfile",
            t -> {
              Given.serviceLinkedRole(t);
              Given.profile(t, "host");
              add(t, Given.SERVICE_LINKED_ROLE);
            }),
        Refusal.noSuchEntity(
            "RemoveRoleFromInstanceProfile",
            t -> {
              Given.role(t, "app");
              Given.profile(t, "host");
              t.iam()
                  .removeRoleFromInstanceProfile(
                      in -> in.instanceProfileName("host").roleName("app"));
            }),
        Refusal.noSuchEntity(
            "ListInstanceProfilesForRole",
            t -> t.iam().listInstanceProfilesForRole(in -> in.roleName("app"))));
  }
}
