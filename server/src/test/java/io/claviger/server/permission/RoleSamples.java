package io.claviger.server.permission;

import static io.claviger.server.permission.Given.PATH;
import static io.claviger.server.permission.Given.TAGS;

import java.util.List;

/// Roles, instance profiles and permissions boundaries.
final class RoleSamples {

  private RoleSamples() {}

  static List<Sample> roles() {
    return List.of(
        Sample.of(
            "CreateRole role/ops",
            by ->
                by.iam()
                    .createRole(in ->
                        in.roleName("ops")
                            .assumeRolePolicyDocument(Policies.trusting(by.account())))),
        Sample.of(
                "CreateRole role/team/ops",
                by ->
                    by.iam()
                        .createRole(in ->
                            in.roleName("ops")
                                .path(PATH)
                                .tags(TAGS)
                                .assumeRolePolicyDocument(Policies.trusting(by.account()))))
            .and("TagRole role/team/ops"),
        Sample.of("GetRole role/team/app", by -> by.iam().getRole(in -> in.roleName("app")))
            .given(Given::app),
        Sample.of("ListRoles role/", by -> by.iam().listRoles()),
        Sample.of(
                "UpdateRole role/team/app",
                by -> by.iam().updateRole(in -> in.roleName("app").description("x")))
            .given(Given::app),
        Sample.of(
                "UpdateRoleDescription role/team/app",
                by -> by.iam().updateRoleDescription(in -> in.roleName("app").description("x")))
            .given(Given::app),
        Sample.of(
                "UpdateAssumeRolePolicy role/team/app",
                by ->
                    by.iam()
                        .updateAssumeRolePolicy(in ->
                            in.roleName("app").policyDocument(Policies.trusting(by.account()))))
            .given(Given::app),
        Sample.of("DeleteRole role/team/app", by -> by.iam().deleteRole(in -> in.roleName("app")))
            .given(Given::app));
  }

  static List<Sample> profiles() {
    return List.of(
        Sample.of(
            "CreateInstanceProfile instance-profile/edge",
            by -> by.iam().createInstanceProfile(in -> in.instanceProfileName("edge"))),
        Sample.of(
                "CreateInstanceProfile instance-profile/team/edge",
                by ->
                    by.iam()
                        .createInstanceProfile(
                            in -> in.instanceProfileName("edge").path(PATH).tags(TAGS)))
            .and("TagInstanceProfile instance-profile/team/edge"),
        Sample.of(
                "GetInstanceProfile instance-profile/team/host",
                by -> by.iam().getInstanceProfile(in -> in.instanceProfileName("host")))
            .given(Given::host),
        Sample.of("ListInstanceProfiles instance-profile/", by -> by.iam().listInstanceProfiles()),
        Sample.of(
                "ListInstanceProfilesForRole role/team/app",
                by -> by.iam().listInstanceProfilesForRole(in -> in.roleName("app")))
            .given(Given::app),
        Sample.of(
                "DeleteInstanceProfile instance-profile/team/host",
                by -> by.iam().deleteInstanceProfile(in -> in.instanceProfileName("host")))
            .given(Given::host),
        Sample.of(
                "AddRoleToInstanceProfile instance-profile/team/host",
                by ->
                    by.iam()
                        .addRoleToInstanceProfile(
                            in -> in.instanceProfileName("host").roleName("app")))
            .and("PassRole role/team/app")
            .given(Given::app)
            .given(Given::host),
        Sample.of(
                "RemoveRoleFromInstanceProfile instance-profile/team/host",
                by ->
                    by.iam()
                        .removeRoleFromInstanceProfile(
                            in -> in.instanceProfileName("host").roleName("app")))
            .given(Given::appInHost));
  }

  static List<Sample> boundaries() {
    return List.of(
        Sample.of(
                "PutUserPermissionsBoundary user/team/bob",
                by ->
                    by.iam()
                        .putUserPermissionsBoundary(
                            in -> in.userName("bob").permissionsBoundary(by.arn(Given.OWN_POLICY))))
            .given(Given::bob)
            .given(Given::own),
        Sample.of(
                "PutRolePermissionsBoundary role/team/app",
                by ->
                    by.iam()
                        .putRolePermissionsBoundary(
                            in -> in.roleName("app").permissionsBoundary(by.arn(Given.OWN_POLICY))))
            .given(Given::app)
            .given(Given::own),
        Sample.of(
                "DeleteUserPermissionsBoundary user/team/bob",
                by -> by.iam().deleteUserPermissionsBoundary(in -> in.userName("bob")))
            .given(Given::bob)
            .given(Given::own)
            .given(root ->
                root.iam()
                    .putUserPermissionsBoundary(
                        in -> in.userName("bob").permissionsBoundary(root.arn(Given.OWN_POLICY)))),
        Sample.of(
                "DeleteRolePermissionsBoundary role/team/app",
                by -> by.iam().deleteRolePermissionsBoundary(in -> in.roleName("app")))
            .given(Given::app)
            .given(Given::own)
            .given(root ->
                root.iam()
                    .putRolePermissionsBoundary(
                        in -> in.roleName("app").permissionsBoundary(root.arn(Given.OWN_POLICY)))));
  }

  static List<Sample> serviceLinked() {
    String role = "role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS";
    return List.of(
        Sample.of(
            "CreateServiceLinkedRole " + role,
            by -> by.iam().createServiceLinkedRole(in -> in.awsServiceName("ecs.amazonaws.com"))),
        Sample.of(
                "DeleteServiceLinkedRole " + role,
                by -> by.iam().deleteServiceLinkedRole(in -> in.roleName("AWSServiceRoleForECS")))
            .given(Given::serviceLinkedRole),
        Sample.of(
            "GetServiceLinkedRoleDeletionStatus " + role,
            Given::deletionOfServiceLinkedRole,
            (task, by) ->
                by.iam().getServiceLinkedRoleDeletionStatus(in -> in.deletionTaskId(task))));
  }
}
