package io.claviger.service.iam.role;

import io.claviger.service.Operation;
import io.claviger.service.iam.AttachablePolicies;
import java.util.List;

/// The operations on roles.
public final class RoleOperations {

  private RoleOperations() {}

  public static List<Operation<?, ?>> list(AttachablePolicies policies) {
    return List.of(
        new CreateRole(policies),
        new GetRole(),
        new ListRoles(),
        new UpdateRole(),
        new UpdateRoleDescription(),
        new UpdateAssumeRolePolicy(),
        new DeleteRole());
  }
}
