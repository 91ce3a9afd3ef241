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
import java.util.Objects;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleResponse;

/// Changes a role's description, where one is given, and how long its sessions may be, which is one
/// hour where nothing is said.
///
/// Permissions: `iam:UpdateRole` on the role, with the `iam:PermissionsBoundary` of one that has
/// one.
///
/// AWS rule: IAM API Reference, "UpdateRole", `MaxSessionDuration`: "If you do not specify a value
/// for this setting, the default value of one hour is applied." IAM User Guide, "Edit a
/// service-linked role": of such a role the description alone can be changed.
record UpdateRole() implements WriteOperation<UpdateRoleRequest, UpdateRoleResponse> {

  static final int DEFAULT_SESSION_SECONDS = 3_600;

  @Override
  public Class<UpdateRoleRequest> input() {
    return UpdateRoleRequest.class;
  }

  @Override
  public List<AccessRequest> requires(UpdateRoleRequest input, Call call, View view) {
    return List.of(RoleAccess.withBoundary("iam:UpdateRole", input.roleName(), view.home()));
  }

  @Override
  public Outcome<UpdateRoleResponse> run(UpdateRoleRequest input, Call call, View view) {
    Role old =
        input.maxSessionDuration() == null
            ? IamEntities.role(view.home(), input.roleName())
            : IamEntities.roleToChange(view.home(), input.roleName());
    Role role =
        old.described(
            Objects.requireNonNullElse(input.description(), old.description()),
            Objects.requireNonNullElse(input.maxSessionDuration(), DEFAULT_SESSION_SECONDS));
    return new Outcome<>(Change.put(role), UpdateRoleResponse.builder().build());
  }
}
