package io.claviger.access;

import io.claviger.account.AccessKey;
import io.claviger.account.Account;
import io.claviger.account.Accounts;
import io.claviger.base.AccountId;

/// Whether the credentials behind a caller are still good, as an account stands.
///
/// A caller is known from published accounts; a write looks again on the head, so that a key or
/// principal that has just been taken away does nothing more.
public final class CallerStanding {

  private CallerStanding() {}

  /// Whether the caller's principal is there, by unique id, and its long-term key, where it used
  /// one, is there and active.
  public static boolean isCurrent(Caller caller, Accounts accounts) {
    return switch (caller) {
      case Caller.Root root ->
          isCurrent(root.account(), root.account().digits(), root.accessKeyId(), root, accounts);
      case Caller.IamUser user ->
          isCurrent(user.account(), user.userId(), user.accessKeyId(), user, accounts);
      case Caller.RoleSession role ->
          accounts
              .account(role.account())
              .flatMap(account -> account.roles().byId(role.roleId()))
              .isPresent();
      case Caller.FederatedUser user ->
          isCurrent(user.account(), user.userId(), user.accessKeyId(), user, accounts);
      case Caller.Federated _, Caller.Anonymous _ -> true;
    };
  }

  private static boolean isCurrent(
      AccountId id, String principalId, String accessKeyId, Caller caller, Accounts accounts) {
    return accounts
        .account(id)
        .filter(account -> exists(account, principalId))
        .filter(account -> caller.session() != null || hasKey(account, principalId, accessKeyId))
        .isPresent();
  }

  /// The root user is there as long as its account is.
  private static boolean exists(Account account, String principalId) {
    return principalId.equals(account.id().digits())
        || account.users().byId(principalId).isPresent();
  }

  private static boolean hasKey(Account account, String ownerId, String accessKeyId) {
    return account
        .accessKey(accessKeyId)
        .filter(AccessKey::active)
        .filter(key -> key.ownerId().equals(ownerId))
        .isPresent();
  }
}
