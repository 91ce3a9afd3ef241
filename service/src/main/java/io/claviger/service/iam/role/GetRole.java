package io.claviger.service.iam.role;

import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamEntities;
import java.util.List;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;

/// Shows a role, with its trust policy and when it was last used.
///
/// Permissions: `iam:GetRole` on the role, with the `iam:PermissionsBoundary` of one that has one.
record GetRole() implements ReadOperation<GetRoleRequest, GetRoleResponse> {

  @Override
  public Class<GetRoleRequest> input() {
    return GetRoleRequest.class;
  }

  @Override
  public List<AccessRequest> requires(GetRoleRequest input, Call call, View view) {
    return List.of(RoleAccess.withBoundary("iam:GetRole", input.roleName(), view.home()));
  }

  @Override
  public GetRoleResponse run(GetRoleRequest input, Call call, View view) {
    return GetRoleResponse.builder()
        .role(
            ShownRole.whole(
                view, IamEntities.role(view.home(), input.roleName()), call.activity(), call.now()))
        .build();
  }
}
