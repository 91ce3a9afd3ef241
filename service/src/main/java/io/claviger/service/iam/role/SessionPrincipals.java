package io.claviger.service.iam.role;

import io.claviger.access.CallerIdentity;
import io.claviger.account.Account;
import io.claviger.account.Role;
import io.claviger.account.Role.TrustedPrincipal;
import io.claviger.base.Arn;
import java.util.Optional;

/// Sessions as principals: `arn:aws:sts::A:assumed-role/Role/Session`,
/// `arn:aws:sts::A:federated-user/Name`.
///
/// A role's session is stored by the role's unique id, `AROA…:Session`, so that a session of a
/// recreated role is another. A federated user has no id of its own, and stays as written.
///
/// AWS rule: IAM User Guide, "AWS JSON policy elements: Principal", "Role session principals" and
/// "AWS STS federated user session principals".
final class SessionPrincipals {

  private static final int ASSUMED_ROLE_PARTS = 3;
  private static final int FEDERATED_USER_PARTS = 2;

  private SessionPrincipals() {}

  /// Whether the ARN is that of a federated user there could be.
  static boolean isFederatedUser(Arn arn) {
    String[] parts = arn.resource().split("/", -1);
    return parts.length == FEDERATED_USER_PARTS
        && parts[0].equals("federated-user")
        && !parts[1].isEmpty();
  }

  /// The session of a role that the ARN names; empty where there is no such role.
  static Optional<TrustedPrincipal> ofRole(Arn arn, Account account) {
    String[] parts = arn.resource().split("/", -1);
    if (parts.length != ASSUMED_ROLE_PARTS
        || !parts[0].equals("assumed-role")
        || parts[2].isEmpty()) {
      return Optional.empty();
    }
    return account
        .roles()
        .named(parts[1])
        .filter(role -> role.name().equals(parts[1]))
        .map(role -> new TrustedPrincipal(role.id() + ':' + parts[2], arn));
  }

  /// The present ARN of a stored session; empty when its role is gone.
  static Optional<Arn> present(TrustedPrincipal principal, Account account) {
    int colon = principal.id().indexOf(':');
    Optional<Role> role = account.roles().byId(principal.id().substring(0, colon));
    return role.map(found ->
        CallerIdentity.sessionArn(
            account.id(), found.arn(account.id()), principal.id().substring(colon + 1)));
  }
}
