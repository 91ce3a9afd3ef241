package io.claviger.service.sts;

import io.claviger.account.Account;
import io.claviger.account.Role;
import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import java.util.Optional;

/// The role that a request names by its ARN.
final class RoleNamed {

  private RoleNamed() {}

  /// The account in the ARN; empty where it is no role's.
  static Optional<AccountId> account(String arn) {
    return Arn.find(arn)
        .filter(found -> found.service().equals("iam"))
        .filter(found -> found.resource().startsWith("role/"))
        .flatMap(Arn::accountId);
  }

  /// The role with exactly this ARN, its path included.
  static Optional<Role> find(String arn, Account home) {
    return home.roles()
        .named(arn.substring(arn.lastIndexOf('/') + 1))
        .filter(role -> role.arn(home.id()).toString().equals(arn));
  }
}
