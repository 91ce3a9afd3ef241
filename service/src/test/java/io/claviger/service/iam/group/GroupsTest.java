package io.claviger.service.iam.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.Quota;
import io.claviger.account.Quotas;
import io.claviger.base.Arn;
import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupResponse;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupRequest;
import software.amazon.awssdk.services.iam.model.GetGroupRequest;
import software.amazon.awssdk.services.iam.model.GetGroupResponse;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserResponse;
import software.amazon.awssdk.services.iam.model.ListGroupsRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsResponse;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.UpdateGroupRequest;

class GroupsTest {

  private static final String A = "arn:aws:iam::111122223333:";

  private final InMemoryIam iam = new InMemoryIam();

  private Group create(String name) {
    return iam.call(CreateGroupRequest.builder().groupName(name).build(), CreateGroupResponse.class)
        .group();
  }

  private void createUser(String name) {
    iam.call(CreateUserRequest.builder().userName(name).build());
  }

  private void add(String user, String group) {
    iam.call(AddUserToGroupRequest.builder().userName(user).groupName(group).build());
  }

  private List<String> groupsOf(String user) {
    return iam
        .call(
            ListGroupsForUserRequest.builder().userName(user).build(),
            ListGroupsForUserResponse.class)
        .groups()
        .stream()
        .map(Group::groupName)
        .toList();
  }

  private io.claviger.account.Group stored(String name) {
    return iam.account().groups().named(name).orElseThrow();
  }

  @Test
  void newGroupHasAnIdAndAnArnWithItsPath() {
    Group group =
        iam.call(
                CreateGroupRequest.builder().path("/x/").groupName("Devs").build(),
                CreateGroupResponse.class)
            .group();
    assertEquals(A + "group/x/Devs", group.arn());
    assertTrue(group.groupId().matches("AGPA[A-Z2-7]{17}"), group.groupId());
    assertEquals(InMemoryIam.START, group.createDate());
  }

  @Test
  void nameIsTakenWhateverItsCaseAndTheQuotaHolds() {
    create("Devs");
    assertEquals(
        "Group with name devs already exists.",
        iam.error(CreateGroupRequest.builder().groupName("devs").build()).message());
    InMemoryIam small = new InMemoryIam(Quotas.AWS_DEFAULTS.with(Quota.GROUPS, 1));
    small.call(CreateGroupRequest.builder().groupName("a").build());
    assertEquals(
        "Cannot exceed quota for GroupsPerAccount: 1",
        small.error(CreateGroupRequest.builder().groupName("b").build()).message());
  }

  @Test
  void membersComeInPages() {
    create("Devs");
    List.of("a", "b", "c", "d", "e").forEach(this::createUser);
    List.of("a", "b", "c", "d").forEach(name -> add(name, "devs"));
    List<String> members = new ArrayList<>();
    String marker = null;
    do {
      GetGroupResponse page =
          iam.call(
              GetGroupRequest.builder().groupName("Devs").maxItems(3).marker(marker).build(),
              GetGroupResponse.class);
      page.users().forEach(user -> members.add(user.userName()));
      assertEquals(A + "group/Devs", page.group().arn());
      marker = page.marker();
    } while (marker != null);
    assertEquals(List.of("a", "b", "c", "d"), members.stream().sorted().toList());
  }

  @Test
  void membershipIsSeenFromBothSidesAndEnds() {
    create("Devs");
    create("Admins");
    createUser("bob");
    add("bob", "Devs");
    add("bob", "Admins");
    assertEquals(List.of("Admins", "Devs"), groupsOf("bob"));
    iam.call(RemoveUserFromGroupRequest.builder().userName("bob").groupName("Devs").build());
    assertEquals(List.of("Admins"), groupsOf("bob"));
    assertEquals(0, iam.account().members(stored("Devs").id()).count());
  }

  @Test
  void joiningTwiceAndLeavingTwiceChangeNothing() {
    create("Devs");
    createUser("bob");
    add("bob", "Devs");
    add("bob", "Devs");
    assertEquals(List.of("Devs"), groupsOf("bob"));
    RemoveUserFromGroupRequest leave =
        RemoveUserFromGroupRequest.builder().userName("bob").groupName("Devs").build();
    iam.call(leave);
    Account before = iam.account();
    iam.call(leave);
    assertEquals(before.users().named("bob"), iam.account().users().named("bob"));
  }

  @Test
  void tenGroupsAreTheMost() {
    createUser("bob");
    for (int i = 0; i < 10; i++) {
      create("g" + i);
      add("bob", "g" + i);
    }
    create("g10");
    ServiceError error =
        iam.error(AddUserToGroupRequest.builder().userName("bob").groupName("g10").build());
    assertEquals("LimitExceeded", error.code());
    assertEquals("Cannot exceed quota for GroupsPerUser: 10", error.message());
  }

  @Test
  void userOrGroupThatIsNotThereIsNamed() {
    create("Devs");
    createUser("bob");
    assertEquals(
        "The group with name None cannot be found.",
        iam.error(AddUserToGroupRequest.builder().userName("bob").groupName("None").build())
            .message());
    assertEquals(
        "The user with name eve cannot be found.",
        iam.error(RemoveUserFromGroupRequest.builder().userName("eve").groupName("Devs").build())
            .message());
    assertEquals(
        "The user with name eve cannot be found.",
        iam.error(ListGroupsForUserRequest.builder().userName("eve").build()).message());
    assertEquals(
        "NoSuchEntity", iam.error(GetGroupRequest.builder().groupName("None").build()).code());
    assertEquals(
        "NoSuchEntity", iam.error(DeleteGroupRequest.builder().groupName("None").build()).code());
    assertEquals(
        "NoSuchEntity", iam.error(UpdateGroupRequest.builder().groupName("None").build()).code());
  }

  @Test
  void renamedGroupKeepsItsIdAndMembers() {
    Group devs = create("Devs");
    create("Ops");
    createUser("bob");
    add("bob", "Devs");
    iam.call(
        UpdateGroupRequest.builder()
            .groupName("Devs")
            .newGroupName("Devel")
            .newPath("/p/")
            .build());
    assertEquals(List.of("Devel"), groupsOf("bob"));
    assertEquals(devs.groupId(), stored("Devel").id());
    assertEquals(
        "EntityAlreadyExists",
        iam.error(UpdateGroupRequest.builder().groupName("Devel").newGroupName("OPS").build())
            .code());
  }

  @Test
  void groupIsDeletedOnlyWhenNothingIsLeftInIt() {
    create("Devs");
    createUser("bob");
    add("bob", "Devs");
    DeleteGroupRequest delete = DeleteGroupRequest.builder().groupName("Devs").build();
    assertEquals(
        "Cannot delete entity, must remove users from group first.", iam.error(delete).message());
    iam.call(RemoveUserFromGroupRequest.builder().userName("bob").groupName("Devs").build());
    var devs = stored("Devs");
    iam.change(
        InMemoryIam.ACCOUNT,
        Change.put(
            devs.withPolicies(devs.policies().attach(Arn.parse("arn:aws:iam::aws:policy/X")))));
    assertEquals(
        "Cannot delete entity, must detach all policies first.", iam.error(delete).message());
    iam.change(
        InMemoryIam.ACCOUNT, Change.put(devs.withPolicies(devs.policies().putInline("p", "{}"))));
    assertEquals("Cannot delete entity, must delete policies first.", iam.error(delete).message());
    iam.change(InMemoryIam.ACCOUNT, Change.put(devs));
    iam.call(delete);
    assertTrue(iam.account().groups().named("Devs").isEmpty());
  }

  @Test
  void groupsAreListedUnderAPathPrefix() {
    iam.call(CreateGroupRequest.builder().path("/x/").groupName("b").build());
    iam.call(CreateGroupRequest.builder().path("/x/y/").groupName("a").build());
    create("c");
    ListGroupsResponse listed =
        iam.call(ListGroupsRequest.builder().pathPrefix("/x/").build(), ListGroupsResponse.class);
    assertEquals(List.of("a", "b"), listed.groups().stream().map(Group::groupName).toList());
  }
}
