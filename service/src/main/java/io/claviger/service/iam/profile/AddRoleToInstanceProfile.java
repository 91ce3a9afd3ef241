package io.claviger.service.iam.profile;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.InstanceProfile;
import io.claviger.account.Quotas;
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
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileResponse;

/// Puts a role into an instance profile that holds none. What the role trusts is not looked at.
///
/// Permissions: `iam:AddRoleToInstanceProfile` on the profile, and `iam:PassRole` on the role,
/// since EC2 instances with the profile act as the role.
///
/// AWS rule: IAM API Reference, "AddRoleToInstanceProfile": "The caller of this operation must be
/// granted the PassRole permission on the IAM role by a permissions policy."
record AddRoleToInstanceProfile()
    implements WriteOperation<AddRoleToInstanceProfileRequest, AddRoleToInstanceProfileResponse> {

  @Override
  public Class<AddRoleToInstanceProfileRequest> input() {
    return AddRoleToInstanceProfileRequest.class;
  }

  @Override
  public List<AccessRequest> requires(AddRoleToInstanceProfileRequest input, Call call, View view) {
    Account home = view.home();
    return List.of(
        IamResources.instanceProfile(
            home, "iam:AddRoleToInstanceProfile", input.instanceProfileName()),
        IamResources.with(
            IamResources.role(home, "iam:PassRole", input.roleName()),
            "iam:PassedToService",
            "ec2.amazonaws.com"));
  }

  @Override
  public Outcome<AddRoleToInstanceProfileResponse> run(
      AddRoleToInstanceProfileRequest input, Call call, View view) {
    InstanceProfile profile = IamEntities.instanceProfile(view.home(), input.instanceProfileName());
    Role role = IamEntities.roleToChange(view.home(), input.roleName());
    if (profile.roleId() != null) {
      throw IamErrors.limitExceeded(
          "InstanceSessionsPerInstanceProfile", Quotas.ROLES_PER_INSTANCE_PROFILE);
    }
    return new Outcome<>(
        Change.put(profile.withRole(role.id())),
        AddRoleToInstanceProfileResponse.builder().build());
  }
}
