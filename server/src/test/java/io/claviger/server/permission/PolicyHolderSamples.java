package io.claviger.server.permission;

import static io.claviger.server.permission.Given.DOCUMENT;
import static io.claviger.server.permission.Given.OWN_POLICY;

import java.util.List;

/// What users, groups and roles have of policies: attached and inline ones.
final class PolicyHolderSamples {

  private PolicyHolderSamples() {}

  static List<Sample> ofUsers() {
    return List.of(
        Sample.of(
                "AttachUserPolicy user/team/bob",
                by ->
                    by.iam()
                        .attachUserPolicy(in -> in.userName("bob").policyArn(by.arn(OWN_POLICY))))
            .given(Given::bob)
            .given(Given::own),
        Sample.of(
                "DetachUserPolicy user/team/bob",
                by ->
                    by.iam()
                        .detachUserPolicy(in -> in.userName("bob").policyArn(by.arn(OWN_POLICY))))
            .given(Given::bob)
            .given(Given::own)
            .given(root ->
                root.iam()
                    .attachUserPolicy(in -> in.userName("bob").policyArn(root.arn(OWN_POLICY)))),
        Sample.of(
                "ListAttachedUserPolicies user/team/bob",
                by -> by.iam().listAttachedUserPolicies(in -> in.userName("bob")))
            .given(Given::bob),
        Sample.of(
                "PutUserPolicy user/team/bob",
                by ->
                    by.iam()
                        .putUserPolicy(
                            in -> in.userName("bob").policyName("P").policyDocument(DOCUMENT)))
            .given(Given::bob),
        Sample.of(
                "GetUserPolicy user/team/bob",
                by -> by.iam().getUserPolicy(in -> in.userName("bob").policyName("P")))
            .given(Given::bob)
            .given(root ->
                root.iam()
                    .putUserPolicy(
                        in -> in.userName("bob").policyName("P").policyDocument(DOCUMENT))),
        Sample.of(
                "DeleteUserPolicy user/team/bob",
                by -> by.iam().deleteUserPolicy(in -> in.userName("bob").policyName("P")))
            .given(Given::bob)
            .given(root ->
                root.iam()
                    .putUserPolicy(
                        in -> in.userName("bob").policyName("P").policyDocument(DOCUMENT))),
        Sample.of(
                "ListUserPolicies user/team/bob",
                by -> by.iam().listUserPolicies(in -> in.userName("bob")))
            .given(Given::bob));
  }

  static List<Sample> ofGroups() {
    return List.of(
        Sample.of(
                "AttachGroupPolicy group/team/Devs",
                by ->
                    by.iam()
                        .attachGroupPolicy(
                            in -> in.groupName("Devs").policyArn(by.arn(OWN_POLICY))))
            .given(Given::devs)
            .given(Given::own),
        Sample.of(
                "DetachGroupPolicy group/team/Devs",
                by ->
                    by.iam()
                        .detachGroupPolicy(
                            in -> in.groupName("Devs").policyArn(by.arn(OWN_POLICY))))
            .given(Given::devs)
            .given(Given::own)
            .given(root ->
                root.iam()
                    .attachGroupPolicy(in -> in.groupName("Devs").policyArn(root.arn(OWN_POLICY)))),
        Sample.of(
                "ListAttachedGroupPolicies group/team/Devs",
                by -> by.iam().listAttachedGroupPolicies(in -> in.groupName("Devs")))
            .given(Given::devs),
        Sample.of(
                "PutGroupPolicy group/team/Devs",
                by ->
                    by.iam()
                        .putGroupPolicy(
                            in -> in.groupName("Devs").policyName("P").policyDocument(DOCUMENT)))
            .given(Given::devs),
        Sample.of(
                "GetGroupPolicy group/team/Devs",
                by -> by.iam().getGroupPolicy(in -> in.groupName("Devs").policyName("P")))
            .given(Given::devs)
            .given(root ->
                root.iam()
                    .putGroupPolicy(
                        in -> in.groupName("Devs").policyName("P").policyDocument(DOCUMENT))),
        Sample.of(
                "DeleteGroupPolicy group/team/Devs",
                by -> by.iam().deleteGroupPolicy(in -> in.groupName("Devs").policyName("P")))
            .given(Given::devs)
            .given(root ->
                root.iam()
                    .putGroupPolicy(
                        in -> in.groupName("Devs").policyName("P").policyDocument(DOCUMENT))),
        Sample.of(
                "ListGroupPolicies group/team/Devs",
                by -> by.iam().listGroupPolicies(in -> in.groupName("Devs")))
            .given(Given::devs));
  }

  static List<Sample> ofRoles() {
    return List.of(
        Sample.of(
                "AttachRolePolicy role/team/app",
                by ->
                    by.iam()
                        .attachRolePolicy(in -> in.roleName("app").policyArn(by.arn(OWN_POLICY))))
            .given(Given::app)
            .given(Given::own),
        Sample.of(
                "DetachRolePolicy role/team/app",
                by ->
                    by.iam()
                        .detachRolePolicy(in -> in.roleName("app").policyArn(by.arn(OWN_POLICY))))
            .given(Given::app)
            .given(Given::own)
            .given(root ->
                root.iam()
                    .attachRolePolicy(in -> in.roleName("app").policyArn(root.arn(OWN_POLICY)))),
        Sample.of(
                "ListAttachedRolePolicies role/team/app",
                by -> by.iam().listAttachedRolePolicies(in -> in.roleName("app")))
            .given(Given::app),
        Sample.of(
                "PutRolePolicy role/team/app",
                by ->
                    by.iam()
                        .putRolePolicy(
                            in -> in.roleName("app").policyName("P").policyDocument(DOCUMENT)))
            .given(Given::app),
        Sample.of(
                "GetRolePolicy role/team/app",
                by -> by.iam().getRolePolicy(in -> in.roleName("app").policyName("P")))
            .given(Given::app)
            .given(root ->
                root.iam()
                    .putRolePolicy(
                        in -> in.roleName("app").policyName("P").policyDocument(DOCUMENT))),
        Sample.of(
                "DeleteRolePolicy role/team/app",
                by -> by.iam().deleteRolePolicy(in -> in.roleName("app").policyName("P")))
            .given(Given::app)
            .given(root ->
                root.iam()
                    .putRolePolicy(
                        in -> in.roleName("app").policyName("P").policyDocument(DOCUMENT))),
        Sample.of(
                "ListRolePolicies role/team/app",
                by -> by.iam().listRolePolicies(in -> in.roleName("app")))
            .given(Given::app));
  }
}
