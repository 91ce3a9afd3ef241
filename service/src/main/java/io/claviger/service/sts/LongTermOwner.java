package io.claviger.service.sts;

import io.claviger.access.AccessErrors;
import io.claviger.access.Caller;
import io.claviger.base.AccountId;
import io.claviger.base.Arn;

/// The IAM user, or root, whose long-term credentials a call is signed with.
///
/// AWS rule: STS API Reference, "GetSessionToken" and "GetFederationToken": to be called with
/// "long-term AWS security credentials".
///
/// @param id the user's unique id, or the account id of root
record LongTermOwner(AccountId account, String id, Arn arn) {

  /// @param operation `GetSessionToken`
  /// @throws io.claviger.wire.ServiceError for temporary credentials of any kind
  static LongTermOwner of(Caller caller, String operation) {
    if (caller.session() != null) {
      throw AccessErrors.notWithSessionCredentials(operation);
    }
    return switch (caller) {
      case Caller.Root root ->
          new LongTermOwner(
              root.account(), root.account().digits(), Arn.iam(root.account(), "root"));
      case Caller.IamUser user -> new LongTermOwner(user.account(), user.userId(), user.arn());
      case Caller.RoleSession _, Caller.FederatedUser _, Caller.Federated _, Caller.Anonymous _ ->
          throw AccessErrors.notWithSessionCredentials(operation);
    };
  }
}
