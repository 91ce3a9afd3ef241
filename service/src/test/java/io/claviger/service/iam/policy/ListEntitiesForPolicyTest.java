package io.claviger.service.iam.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.PolicyUsageType;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryRequest;

class ListEntitiesForPolicyTest {

  private static final String ARN = "arn:aws:iam::aws:policy/ReadOnlyAccess";

  private final InMemoryIam iam = new InMemoryIam();

  /// The policy is attached to a user, a group and a role, is also the role's boundary, and is only
  /// the boundary of two other users.
  @BeforeEach
  void fiveThatUseThePolicy() {
    for (Holder holder : Holder.values()) {
      iam.call(holder.create());
      iam.call(holder.attach(ARN));
    }
    iam.call(
        PutRolePermissionsBoundaryRequest.builder().roleName("n").permissionsBoundary(ARN).build());
    for (String name : List.of("b1", "b2")) {
      iam.call(
          CreateUserRequest.builder()
              .userName(name)
              .path("/bounded/")
              .permissionsBoundary(ARN)
              .build());
    }
  }

  private static ListEntitiesForPolicyRequest.Builder list() {
    return ListEntitiesForPolicyRequest.builder().policyArn(ARN);
  }

  private List<String> all(ListEntitiesForPolicyRequest.Builder input) {
    List<String> all = new ArrayList<>();
    String marker = null;
    do {
      ListEntitiesForPolicyResponse page =
          iam.call(input.marker(marker).build(), ListEntitiesForPolicyResponse.class);
      page.policyUsers().forEach(user -> all.add("user " + user.userName()));
      page.policyGroups().forEach(group -> all.add("group " + group.groupName()));
      page.policyRoles().forEach(role -> all.add("role " + role.roleName()));
      marker = page.marker();
      assertEquals(marker != null, page.isTruncated());
    } while (marker != null);
    return all.stream().sorted().toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 100})
  void everyUserGroupAndRoleIsListedOnceHoweverThePagesFall(int most) {
    assertEquals(
        List.of("group n", "role n", "user b1", "user b2", "user n"), all(list().maxItems(most)));
  }

  @Test
  void usageFilterSelects() {
    assertEquals(
        List.of("group n", "role n", "user n"),
        all(list().policyUsageFilter(PolicyUsageType.PERMISSIONS_POLICY)));
    assertEquals(
        List.of("role n", "user b1", "user b2"),
        all(list().policyUsageFilter(PolicyUsageType.PERMISSIONS_BOUNDARY).maxItems(1)));
  }

  @Test
  void entityFilterAndPathPrefixSelect() {
    assertEquals(List.of("role n"), all(list().entityFilter(EntityType.ROLE)));
    assertEquals(List.of("group n"), all(list().entityFilter(EntityType.GROUP)));
    assertEquals(List.of(), all(list().entityFilter(EntityType.AWS_MANAGED_POLICY)));
    assertEquals(List.of("user b1", "user b2"), all(list().pathPrefix("/bounded/")));
  }

  @Test
  void idsAreTold() {
    ListEntitiesForPolicyResponse page =
        iam.call(list().build(), ListEntitiesForPolicyResponse.class);
    assertEquals(
        iam.account().roles().named("n").orElseThrow().id(),
        page.policyRoles().getFirst().roleId());
  }

  @Test
  void missingPolicyIsNotFound() {
    String arn = "arn:aws:iam::aws:policy/Nothing";
    ServiceError error = iam.error(list().policyArn(arn).build());
    assertEquals("Policy " + arn + " was not found.", error.message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1:", "1:P/USER", "1:P/NOBODY/AIDA"})
  void markerOfAnotherListIsRefused(String marker) {
    String encoded = Base64.getEncoder().encodeToString(marker.getBytes(StandardCharsets.UTF_8));
    assertEquals("Invalid Marker.", iam.error(list().marker(encoded).build()).message());
  }
}
