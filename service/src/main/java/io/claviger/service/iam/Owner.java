package io.claviger.service.iam;

import io.claviger.access.Caller;
import io.claviger.account.Account;
import io.claviger.account.User;
import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whom credentials belong to, and whom an operation without a user name is about: an IAM user or
/// the root user.
///
/// Where a name is given it is an IAM user's, never root's. Where none is given it is the caller
/// itself, by the credentials it signed with; a session of a role or of a federated user is no user
/// and must name one. So nothing that signs with other credentials reaches root's.
///
/// AWS rule: IAM API Reference, "CreateAccessKey": "If you do not specify a user name, IAM
/// determines the user name implicitly based on the AWS access key ID signing the request. This
/// operation works for access keys under the AWS account. Consequently, you can use this operation
/// to manage AWS account root user credentials."
public sealed interface Owner {

  /// An IAM user.
  record OfUser(User user) implements Owner {}

  /// The root user.
  record OfRoot(AccountId account) implements Owner {}

  /// What credentials refer to their owner by: the user's unique id, or the account id.
  default String id() {
    return switch (this) {
      case OfUser(User user) -> user.id();
      case OfRoot(AccountId account) -> account.digits();
    };
  }

  /// The user's name as answers have it; null for root, which has none.
  default @Nullable String userName() {
    return switch (this) {
      case OfUser(User user) -> user.name();
      case OfRoot _ -> null;
    };
  }

  default Arn arn(AccountId account) {
    return switch (this) {
      case OfUser(User user) -> user.arn(account);
      case OfRoot _ -> rootArn(account);
    };
  }

  static Arn rootArn(AccountId account) {
    return Arn.iam(account, "root");
  }

  /// The user of that name, or the caller's own for null.
  ///
  /// @throws io.claviger.wire.ServiceError when there is no such user, or none can be told
  static Owner of(@Nullable String userName, Call call, Account home) {
    if (userName != null) {
      return new OfUser(IamEntities.user(home, userName));
    }
    return switch (call.caller()) {
      case Caller.Root root -> new OfRoot(root.account());
      case Caller.IamUser user ->
          new OfUser(
              home.users()
                  .byId(user.userId())
                  .orElseThrow(() -> IamErrors.noSuchUser(nameIn(user.arn()))));
      case Caller.RoleSession _, Caller.FederatedUser _, Caller.Federated _, Caller.Anonymous _ ->
          throw IamErrors.userNameMissing();
    };
  }

  /// The same owner; empty where there is no such user or none can be told.
  static Optional<Owner> find(@Nullable String userName, Call call, Account home) {
    if (userName != null) {
      return home.users().named(userName).map(OfUser::new);
    }
    return switch (call.caller()) {
      case Caller.Root root -> Optional.of(new OfRoot(root.account()));
      case Caller.IamUser user -> home.users().byId(user.userId()).map(OfUser::new);
      case Caller.RoleSession _, Caller.FederatedUser _, Caller.Federated _, Caller.Anonymous _ ->
          Optional.empty();
    };
  }

  /// The owner that credentials name by id; empty when the user is gone.
  static Optional<Owner> byId(String id, Account home) {
    return id.equals(home.id().digits())
        ? Optional.of(new OfRoot(home.id()))
        : home.users().byId(id).map(OfUser::new);
  }

  /// The action on the user of that name, or on the caller's own for null.
  ///
  /// @throws io.claviger.wire.ServiceError when none can be told
  static AccessRequest access(Account home, String action, @Nullable String userName, Call call) {
    if (userName != null) {
      return IamResources.user(home, action, userName);
    }
    return switch (call.caller()) {
      case Caller.Root root -> IamResources.on(home, action, rootArn(root.account()).toString());
      case Caller.IamUser user ->
          home.users()
              .byId(user.userId())
              .map(found -> IamResources.entity(home, action, found))
              .orElseGet(() -> IamResources.on(home, action, user.arn().toString()));
      case Caller.RoleSession _, Caller.FederatedUser _, Caller.Federated _, Caller.Anonymous _ ->
          throw IamErrors.userNameMissing();
    };
  }

  /// The action on that owner.
  static AccessRequest accessTo(Account home, String action, Owner owner) {
    return switch (owner) {
      case OfUser(User user) -> IamResources.entity(home, action, user);
      case OfRoot(AccountId account) -> IamResources.on(home, action, rootArn(account).toString());
    };
  }

  private static String nameIn(Arn userArn) {
    return userArn.resource().substring(userArn.resource().lastIndexOf('/') + 1);
  }
}
