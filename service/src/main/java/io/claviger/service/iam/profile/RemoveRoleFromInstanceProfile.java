package io.claviger.service.iam.profile;

import io.claviger.account.Change;
import io.claviger.account.InstanceProfile;
import io.claviger.account.Role;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.RemoveRoleFromInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.RemoveRoleFromInstanceProfileResponse;

/// Takes the role out of an instance profile.
///
/// Permissions: `iam:RemoveRoleFromInstanceProfile` on the profile.
record RemoveRoleFromInstanceProfile()
    implements WriteOperation<
        RemoveRoleFromInstanceProfileRequest, RemoveRoleFromInstanceProfileResponse> {

  @Override
  public Class<RemoveRoleFromInstanceProfileRequest> input() {
    return RemoveRoleFromInstanceProfileRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      RemoveRoleFromInstanceProfileRequest input, Call call, View view) {
    return List.of(
        IamResources.instanceProfile(
            view.home(), "iam:RemoveRoleFromInstanceProfile", input.instanceProfileName()));
  }

  @Override
  public Outcome<RemoveRoleFromInstanceProfileResponse> run(
      RemoveRoleFromInstanceProfileRequest input, Call call, View view) {
    InstanceProfile profile = IamEntities.instanceProfile(view.home(), input.instanceProfileName());
    Role role = IamEntities.role(view.home(), input.roleName());
    if (!role.id().equals(profile.roleId())) {
      throw IamErrors.roleNotInProfile(role.name(), profile.name());
    }
    return new Outcome<>(
        Change.put(profile.withRole(null)),
        RemoveRoleFromInstanceProfileResponse.builder().build());
  }
}
