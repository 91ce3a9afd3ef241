package io.claviger.access;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import java.util.Optional;

/// A caller's names, as `GetCallerIdentity` and denials give them.
///
/// AWS rule: IAM User Guide, "IAM JSON policy elements: Variables and tags", "Principal key
/// values".
///
/// @param arn of a user the user's; of a session of a role or a federated user the session's
/// @param userId `AIDA…`, `AROA…:session`, the account id of a root user, or `account:name` of a
///   federated user
public record CallerIdentity(AccountId account, Arn arn, String userId) {

  /// The caller's names; empty for [Caller.Federated] and [Caller.Anonymous], who have none.
  public static Optional<CallerIdentity> of(Caller caller) {
    return switch (caller) {
      case Caller.Root root ->
          Optional.of(
              new CallerIdentity(
                  root.account(), Arn.iam(root.account(), "root"), root.account().digits()));
      case Caller.IamUser user ->
          Optional.of(new CallerIdentity(user.account(), user.arn(), user.userId()));
      case Caller.RoleSession role -> Optional.of(ofRole(role));
      case Caller.FederatedUser user -> Optional.of(ofFederated(user));
      case Caller.Federated _, Caller.Anonymous _ -> Optional.empty();
    };
  }

  /// The ARN of a role's session, which leaves out the role's path.
  ///
  /// AWS rule: IAM User Guide, "AWS JSON policy elements: Principal", "Role session principals".
  public static Arn sessionArn(AccountId account, Arn roleArn, String sessionName) {
    String resource = roleArn.resource();
    String roleName = resource.substring(resource.lastIndexOf('/') + 1);
    return Arn.sts(account, "assumed-role/" + roleName + '/' + sessionName);
  }

  /// The ARN of a federated user.
  public static Arn federatedUserArn(AccountId account, String name) {
    return Arn.sts(account, "federated-user/" + name);
  }

  private static CallerIdentity ofRole(Caller.RoleSession role) {
    String name = role.session().sessionName();
    return new CallerIdentity(
        role.account(),
        sessionArn(role.account(), role.roleArn(), name),
        role.roleId() + ':' + name);
  }

  private static CallerIdentity ofFederated(Caller.FederatedUser user) {
    String name = user.session().sessionName();
    return new CallerIdentity(
        user.account(),
        federatedUserArn(user.account(), name),
        user.account().digits() + ':' + name);
  }
}
