package io.claviger.service.iam.role;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.Role;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamErrors.Conflict;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleResponse;

/// Deletes a role that no instance profile holds and that has no policies.
///
/// Permissions: `iam:DeleteRole` on the role, with the `iam:PermissionsBoundary` of one that has
/// one.
record DeleteRole() implements WriteOperation<DeleteRoleRequest, DeleteRoleResponse> {

  @Override
  public Class<DeleteRoleRequest> input() {
    return DeleteRoleRequest.class;
  }

  @Override
  public List<AccessRequest> requires(DeleteRoleRequest input, Call call, View view) {
    return List.of(RoleAccess.withBoundary("iam:DeleteRole", input.roleName(), view.home()));
  }

  @Override
  public Outcome<DeleteRoleResponse> run(DeleteRoleRequest input, Call call, View view) {
    Role role = IamEntities.roleToChange(view.home(), input.roleName());
    requireUnused(role, view.home());
    return new Outcome<>(Change.remove(role.key()), DeleteRoleResponse.builder().build());
  }

  private static void requireUnused(Role role, Account home) {
    if (home.instanceProfilesOf(role.id()).findAny().isPresent()) {
      throw IamErrors.deleteConflict(Conflict.INSTANCE_PROFILES);
    }
    if (!role.policies().attached().isEmpty()) {
      throw IamErrors.deleteConflict(Conflict.ATTACHED_POLICIES);
    }
    if (!role.policies().inline().isEmpty()) {
      throw IamErrors.deleteConflict(Conflict.INLINE_POLICIES);
    }
  }
}
