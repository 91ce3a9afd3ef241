package io.claviger.service.iam.profile;

import io.claviger.account.InstanceProfile;
import io.claviger.account.Role;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.Page;
import java.util.List;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleResponse;

/// Lists the instance profiles that hold a role, by name.
///
/// Permissions: `iam:ListInstanceProfilesForRole` on the role.
record ListInstanceProfilesForRole()
    implements ReadOperation<
        ListInstanceProfilesForRoleRequest, ListInstanceProfilesForRoleResponse> {

  @Override
  public Class<ListInstanceProfilesForRoleRequest> input() {
    return ListInstanceProfilesForRoleRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      ListInstanceProfilesForRoleRequest input, Call call, View view) {
    return List.of(
        IamResources.role(view.home(), "iam:ListInstanceProfilesForRole", input.roleName()));
  }

  @Override
  public ListInstanceProfilesForRoleResponse run(
      ListInstanceProfilesForRoleRequest input, Call call, View view) {
    Role role = IamEntities.role(view.home(), input.roleName());
    Page<InstanceProfile> page =
        Page.ofShort(
            Page.Request.of(input, input.maxItems(), input.marker()),
            view.home().instanceProfilesOf(role.id()).toList(),
            InstanceProfile::name);
    return ListInstanceProfilesForRoleResponse.builder()
        .instanceProfiles(page.map(profile -> ShownProfile.listed(view, profile).build()).items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }
}
