package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Quota;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.GetGroupResponse;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.User;

class GroupsTest implements OperationFamily {

  @Test
  @Success({"CreateGroup", "GetGroup", "ListGroups"})
  void groupIsMadeAsAsked(Tenant t) {
    Group made = t.iam().createGroup(in -> in.groupName("Devs").path("/team/")).group();
    assertEquals(t.arn("group/team/Devs"), made.arn());
    assertTrue(made.groupId().matches("AGPA[A-Z0-9]{17}"), made.groupId());
    assertEquals(made, t.iam().getGroup(in -> in.groupName("Devs")).group());
    Given.group(t, "Ops");
    assertEquals(
        List.of("Devs", "Ops"),
        t.iam().listGroupsPaginator(in -> in.maxItems(1)).groups().stream()
            .map(Group::groupName)
            .toList());
    assertEquals(List.of(made), t.iam().listGroups(in -> in.pathPrefix("/team/")).groups());
  }

  @Test
  @Success({"AddUserToGroup", "ListGroupsForUser", "RemoveUserFromGroup"})
  void memberComesAndGoes(Tenant t) {
    annInDevs(t);
    GetGroupResponse devs = t.iam().getGroup(in -> in.groupName("Devs"));
    assertEquals(List.of("ann"), devs.users().stream().map(User::userName).toList());
    assertEquals(
        List.of(devs.group()), t.iam().listGroupsForUser(in -> in.userName("ann")).groups());
    t.iam().removeUserFromGroup(in -> in.groupName("Devs").userName("ann"));
    assertEquals(List.of(), t.iam().getGroup(in -> in.groupName("Devs")).users());
    assertEquals(List.of(), t.iam().listGroupsForUser(in -> in.userName("ann")).groups());
  }

  @Test
  @Success({"UpdateGroup", "DeleteGroup"})
  void groupIsRenamedAndDeleted(Tenant t) {
    annInDevs(t);
    t.iam().updateGroup(in -> in.groupName("Devs").newGroupName("Ops").newPath("/team/"));
    GetGroupResponse ops = t.iam().getGroup(in -> in.groupName("Ops"));
    assertEquals(t.arn("group/team/Ops"), ops.group().arn());
    assertEquals(1, ops.users().size());
    t.iam().removeUserFromGroup(in -> in.groupName("Ops").userName("ann"));
    t.iam().deleteGroup(in -> in.groupName("Ops"));
    assertEquals(List.of(), t.iam().listGroups().groups());
  }

  private static void annInDevs(Tenant t) {
    Given.user(t, "ann");
    Given.group(t, "Devs");
    t.iam().addUserToGroup(in -> in.groupName("Devs").userName("ann"));
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.limitExceeded(
            "CreateGroup",
            t -> {
              t.limit(Quota.GROUPS, 1);
              Given.group(t, "Devs");
              Given.group(t, "Ops");
            }),
        Refusal.alreadyExists(
            "CreateGroup",
            t -> {
              Given.group(t, "Devs");
              Given.group(t, "DEVS");
            }),
        Refusal.noSuchEntity("GetGroup", t -> t.iam().getGroup(in -> in.groupName("Devs"))),
        Refusal.noSuchEntity(
            "UpdateGroup", t -> t.iam().updateGroup(in -> in.groupName("Devs").newPath("/a/"))),
        Refusal.alreadyExists(
            "UpdateGroup",
            t -> {
              Given.group(t, "Devs");
              Given.group(t, "Ops");
              t.iam().updateGroup(in -> in.groupName("Devs").newGroupName("Ops"));
            }),
        Refusal.noSuchEntity("DeleteGroup", t -> t.iam().deleteGroup(in -> in.groupName("Devs"))),
        Refusal.deleteConflict(
            "DeleteGroup",
            t -> {
              annInDevs(t);
              t.iam().deleteGroup(in -> in.groupName("Devs"));
            }),
        Refusal.noSuchEntity(
            "AddUserToGroup",
            t -> {
              Given.user(t, "ann");
              t.iam().addUserToGroup(in -> in.groupName("Devs").userName("ann"));
            }),
        Refusal.limitExceeded(
            "AddUserToGroup",
            t -> {
              Given.user(t, "ann");
              for (int i = 0; i <= 10; i++) {
                String name = "Group" + i;
                Given.group(t, name);
                t.iam().addUserToGroup(in -> in.groupName(name).userName("ann"));
              }
            }),
        Refusal.noSuchEntity(
            "RemoveUserFromGroup",
            t -> t.iam().removeUserFromGroup(in -> in.groupName("Devs").userName("ann"))),
        Refusal.noSuchEntity(
            "ListGroupsForUser", t -> t.iam().listGroupsForUser(in -> in.userName("ann"))));
  }
}
