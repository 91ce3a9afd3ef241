package io.claviger.service.iam.role;

import io.claviger.account.Account;
import io.claviger.account.Role;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.iam.IamResources;
import java.util.Objects;

/// Actions on roles.
final class RoleAccess {

  private RoleAccess() {}

  /// The action on the role of that name, with the permissions boundary that it has.
  ///
  /// AWS rule: Service Authorization Reference, IAM, the actions with `iam:PermissionsBoundary`.
  static AccessRequest withBoundary(String action, String name, Account home) {
    String boundary =
        home.roles().named(name).map(Role::boundary).map(Objects::toString).orElse(null);
    return IamResources.withBoundary(IamResources.role(home, action, name), boundary);
  }
}
