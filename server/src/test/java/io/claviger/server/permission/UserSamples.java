package io.claviger.server.permission;

import static io.claviger.server.permission.Given.PATH;
import static io.claviger.server.permission.Given.TAGS;

import java.util.List;

/// Users, and groups with their members.
final class UserSamples {

  private UserSamples() {}

  static List<Sample> users() {
    return List.of(
        Sample.of("CreateUser user/eve", by -> by.iam().createUser(in -> in.userName("eve"))),
        Sample.of(
                "CreateUser user/team/eve",
                by -> by.iam().createUser(in -> in.userName("eve").path(PATH).tags(TAGS)))
            .and("TagUser user/team/eve"),
        Sample.of(
                "CreateUser user/eve",
                by ->
                    by.iam()
                        .createUser(
                            in -> in.userName("eve").permissionsBoundary(by.arn(Given.OWN_POLICY))))
            .given(Given::own),
        Sample.of("GetUser user/team/bob", by -> by.iam().getUser(in -> in.userName("bob")))
            .given(Given::bob),
        Sample.of("GetUser user/carol", by -> by.iam().getUser()),
        Sample.of("ListUsers user/", by -> by.iam().listUsers()),
        Sample.of("ListUsers user/team/", by -> by.iam().listUsers(in -> in.pathPrefix(PATH))),
        Sample.of(
                "UpdateUser user/team/bob",
                by -> by.iam().updateUser(in -> in.userName("bob").newUserName("rob")))
            .and("UpdateUser user/team/rob")
            .given(Given::bob),
        Sample.of(
                "UpdateUser user/team/bob",
                by -> by.iam().updateUser(in -> in.userName("bob").newPath("/admins/")))
            .and("UpdateUser user/admins/bob")
            .given(Given::bob),
        Sample.of("DeleteUser user/team/bob", by -> by.iam().deleteUser(in -> in.userName("bob")))
            .given(Given::bob));
  }

  static List<Sample> groups() {
    return List.of(
        Sample.of(
            "CreateGroup group/team/Ops",
            by -> by.iam().createGroup(in -> in.groupName("Ops").path(PATH))),
        Sample.of("GetGroup group/team/Devs", by -> by.iam().getGroup(in -> in.groupName("Devs")))
            .given(Given::devs),
        Sample.of("ListGroups group/", by -> by.iam().listGroups()),
        Sample.of(
                "UpdateGroup group/team/Devs",
                by -> by.iam().updateGroup(in -> in.groupName("Devs").newGroupName("Ops")))
            .and("UpdateGroup group/team/Ops")
            .given(Given::devs),
        Sample.of(
                "DeleteGroup group/team/Devs",
                by -> by.iam().deleteGroup(in -> in.groupName("Devs")))
            .given(Given::devs),
        Sample.of(
                "AddUserToGroup group/team/Devs",
                by -> by.iam().addUserToGroup(in -> in.userName("bob").groupName("Devs")))
            .given(Given::bob)
            .given(Given::devs),
        Sample.of(
                "RemoveUserFromGroup group/team/Devs",
                by -> by.iam().removeUserFromGroup(in -> in.userName("bob").groupName("Devs")))
            .given(Given::bobInDevs),
        Sample.of(
                "ListGroupsForUser user/team/bob",
                by -> by.iam().listGroupsForUser(in -> in.userName("bob")))
            .given(Given::bobInDevs));
  }
}
