package io.claviger.service.iam.role;

import io.claviger.account.Account;
import io.claviger.account.Role;
import io.claviger.base.Arn;

/// Sessions as principals: `arn:aws:sts::A:assumed-role/Role/Session`,
/// `arn:aws:sts::A:federated-user/Name`.
///
/// AWS rule: IAM User Guide, "AWS JSON policy elements: Principal", "Role session principals" and
/// "AWS STS federated user session principals".
final class SessionPrincipals {

  private static final int ASSUMED_ROLE_PARTS = 3;
  private static final int FEDERATED_USER_PARTS = 2;

  private SessionPrincipals() {}

  /// Whether there could be such a session in the account: one of a role needs the role.
  static boolean isPossible(Arn arn, Account account) {
    String[] parts = arn.resource().split("/", -1);
    return switch (parts[0]) {
      case "assumed-role" ->
          parts.length == ASSUMED_ROLE_PARTS
              && !parts[2].isEmpty()
              && account
                  .roles()
                  .named(parts[1])
                  .map(Role::name)
                  .filter(parts[1]::equals)
                  .isPresent();
      case "federated-user" -> parts.length == FEDERATED_USER_PARTS && !parts[1].isEmpty();
      default -> false;
    };
  }
}
