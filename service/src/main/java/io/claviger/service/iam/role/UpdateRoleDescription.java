package io.claviger.service.iam.role;

import io.claviger.account.Change;
import io.claviger.account.Role;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamEntities;
import java.util.List;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionResponse;

/// Changes a role's description. AWS has [UpdateRole] take its place.
///
/// Permissions: `iam:UpdateRoleDescription` on the role, with the `iam:PermissionsBoundary` of one
/// that has one.
record UpdateRoleDescription()
    implements WriteOperation<UpdateRoleDescriptionRequest, UpdateRoleDescriptionResponse> {

  @Override
  public Class<UpdateRoleDescriptionRequest> input() {
    return UpdateRoleDescriptionRequest.class;
  }

  @Override
  public List<AccessRequest> requires(UpdateRoleDescriptionRequest input, Call call, View view) {
    return List.of(
        RoleAccess.withBoundary("iam:UpdateRoleDescription", input.roleName(), view.home()));
  }

  @Override
  public Outcome<UpdateRoleDescriptionResponse> run(
      UpdateRoleDescriptionRequest input, Call call, View view) {
    Role old = IamEntities.role(view.home(), input.roleName());
    Role role = old.described(input.description(), old.maxSessionSeconds());
    return new Outcome<>(
        Change.put(role),
        UpdateRoleDescriptionResponse.builder().role(ShownRole.listed(view, role).build()).build());
  }
}
