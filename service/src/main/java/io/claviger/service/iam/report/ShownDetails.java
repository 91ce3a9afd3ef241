package io.claviger.service.iam.report;

import io.claviger.account.Account;
import io.claviger.account.Group;
import io.claviger.account.IdentityPolicies;
import io.claviger.account.Role;
import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.service.Call;
import io.claviger.service.iam.AttachablePolicy;
import io.claviger.service.iam.Boundaries;
import io.claviger.service.iam.IamTags;
import io.claviger.service.iam.policy.PolicyShapes;
import io.claviger.service.iam.policy.PolicyText;
import io.claviger.service.iam.profile.ShownProfile;
import io.claviger.service.iam.role.ShownRole;
import io.claviger.service.iam.role.TrustPolicies;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

/// Entities as an account's authorization details have them.
///
/// What is empty is shown as an empty list, but for the inline policies of a user, which IAM is
/// seen to leave out then; it leaves out the descriptions of policies too.
record ShownDetails(View view, Call call) {

  UserDetail user(User user) {
    Account home = view.home();
    return UserDetail.builder()
        .path(user.path())
        .userName(user.name())
        .userId(user.id())
        .arn(user.arn(home.id()).toString())
        .createDate(user.created())
        .userPolicyList(user.policies().inline().isEmpty() ? null : inline(user.policies()))
        .groupList(
            user.groups().stream()
                .flatMap(id -> home.groups().byId(id).stream())
                .map(Group::name)
                .toList())
        .attachedManagedPolicies(attached(user.policies()))
        .permissionsBoundary(Boundaries.shown(user.boundary()))
        .tags(IamTags.shown(user.tags().all()))
        .build();
  }

  GroupDetail group(Group group) {
    return GroupDetail.builder()
        .path(group.path())
        .groupName(group.name())
        .groupId(group.id())
        .arn(group.arn(view.home().id()).toString())
        .createDate(group.created())
        .groupPolicyList(inline(group.policies()))
        .attachedManagedPolicies(attached(group.policies()))
        .build();
  }

  RoleDetail role(Role role) {
    Account home = view.home();
    return RoleDetail.builder()
        .path(role.path())
        .roleName(role.name())
        .roleId(role.id())
        .arn(role.arn(home.id()).toString())
        .createDate(role.created())
        .assumeRolePolicyDocument(PolicyText.encoded(TrustPolicies.show(view, role)))
        .instanceProfileList(
            home.instanceProfilesOf(role.id())
                .map(profile -> ShownProfile.listed(view, profile).build())
                .toList())
        .rolePolicyList(inline(role.policies()))
        .attachedManagedPolicies(attached(role.policies()))
        .permissionsBoundary(Boundaries.shown(role.boundary()))
        .tags(IamTags.shown(role.tags().all()))
        .roleLastUsed(ShownRole.lastUsed(view, role, call.activity(), call.now()))
        .build();
  }

  ManagedPolicyDetail policy(AttachablePolicy policy, Map<String, String> documents) {
    Account home = view.home();
    return ManagedPolicyDetail.builder()
        .policyName(policy.name())
        .policyId(policy.id())
        .arn(policy.arn().toString())
        .path(policy.path())
        .defaultVersionId(policy.defaultVersionId())
        .attachmentCount(home.attachedCount(policy.arn()))
        .permissionsBoundaryUsageCount(home.boundedCount(policy.arn()))
        .isAttachable(true)
        .createDate(policy.created())
        .updateDate(policy.updated())
        .policyVersionList(versions(policy, documents))
        .build();
  }

  private static List<PolicyVersion> versions(
      AttachablePolicy policy, Map<String, String> documents) {
    return policy.versions().stream()
        .map(version -> PolicyShapes.version(policy, version, documents.get(version.id())))
        .toList();
  }

  private static List<PolicyDetail> inline(IdentityPolicies policies) {
    return policies.inline().entrySet().stream()
        .map(policy ->
            PolicyDetail.builder()
                .policyName(policy.getKey())
                .policyDocument(PolicyText.encoded(policy.getValue()))
                .build())
        .toList();
  }

  private static List<AttachedPolicy> attached(IdentityPolicies policies) {
    return policies.attached().stream().map(PolicyShapes::attached).toList();
  }
}
