package io.claviger.access;

import io.claviger.access.federation.FederatedIdentity;
import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who makes a call, as its signature proved, or the token that stands for one. Names no entity by
/// value: what the caller may do is looked up at the moment of deciding, by unique id.
public sealed interface Caller {

  /// The session the call was signed with; null for long-term credentials.
  @Nullable Session session();

  /// The account the caller belongs to; empty for [Federated] and [Anonymous].
  default Optional<AccountId> accountId() {
    return switch (this) {
      case Root root -> Optional.of(root.account());
      case IamUser user -> Optional.of(user.account());
      case RoleSession role -> Optional.of(role.account());
      case FederatedUser user -> Optional.of(user.account());
      case Federated _, Anonymous _ -> Optional.empty();
    };
  }

  /// An account's root user.
  record Root(AccountId account, String accessKeyId, @Nullable Session session) implements Caller {}

  /// An IAM user, with a long-term key or a session from `GetSessionToken`.
  ///
  /// @param userId `AIDA…`
  /// @param arn as of authentication
  record IamUser(
      AccountId account, String userId, Arn arn, String accessKeyId, @Nullable Session session)
      implements Caller {}

  /// A session of a role. Its account is the role's.
  record RoleSession(
      AccountId account, String roleId, Arn roleArn, String accessKeyId, Session session)
      implements Caller {}

  /// A session from `GetFederationToken`.
  ///
  /// @param userId the unique id of the IAM user, or the account id of the root user, who asked for
  ///   it
  record FederatedUser(
      AccountId account, String userId, Arn userArn, String accessKeyId, Session session)
      implements Caller {}

  /// Someone whom an identity provider vouches for: the caller of `AssumeRoleWithWebIdentity` and
  /// `AssumeRoleWithSAML`, whose credential is a token in the request.
  record Federated(FederatedIdentity identity) implements Caller {
    @Override
    public @Nullable Session session() {
      return null;
    }
  }

  /// Nobody: the operation is one that needs no signature.
  record Anonymous() implements Caller {
    @Override
    public @Nullable Session session() {
      return null;
    }
  }
}
