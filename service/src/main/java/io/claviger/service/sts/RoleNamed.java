package io.claviger.service.sts;

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
}
