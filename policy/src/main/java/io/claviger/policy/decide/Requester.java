package io.claviger.policy.decide;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import java.util.Optional;

/// Who makes a request, by the names that policies know them by. Nothing is looked up: what a
/// policy can say of a requester is in here.
///
/// AWS rule: IAM User Guide, "AWS JSON policy elements: Principal".
public sealed interface Requester {

  /// The account the requester belongs to; empty for services and anonymous requests.
  Optional<AccountId> accountId();

  /// An account's root user.
  record Root(AccountId account) implements Requester {
    @Override
    public Optional<AccountId> accountId() {
      return Optional.of(account);
    }
  }

  /// An IAM user.
  ///
  /// @param uniqueId `AIDA…`, which stored policies name the user by; empty where it is not known
  record IamUser(AccountId account, Arn arn, String uniqueId) implements Requester {
    @Override
    public Optional<AccountId> accountId() {
      return Optional.of(account);
    }
  }

  /// A session of a role.
  ///
  /// @param roleArn the role's ARN, with its path
  /// @param roleId `AROA…`, which stored policies name the role by; empty where it is not known
  /// @param sessionArn `arn:aws:sts::A:assumed-role/Role/Session`; empty for "some session"
  record RoleSession(AccountId account, Arn roleArn, String roleId, Optional<Arn> sessionArn)
      implements Requester {
    @Override
    public Optional<AccountId> accountId() {
      return Optional.of(account);
    }
  }

  /// A federated user, from `GetFederationToken`.
  ///
  /// @param userArn the IAM user, or root, whose credentials asked for the token; empty where it is
  ///   not known
  /// @param userId its unique id; empty where it is not known
  /// @param sessionArn `arn:aws:sts::A:federated-user/Name`
  record FederatedUser(AccountId account, Optional<Arn> userArn, String userId, Arn sessionArn)
      implements Requester {
    @Override
    public Optional<AccountId> accountId() {
      return Optional.of(account);
    }
  }

  /// An AWS service acting for itself.
  ///
  /// @param principal `lambda.amazonaws.com`
  record Service(String principal) implements Requester {
    @Override
    public Optional<AccountId> accountId() {
      return Optional.empty();
    }
  }

  /// Someone whom an identity provider vouches for, before a role is assumed.
  ///
  /// @param provider the provider's ARN, or its host name for the ones AWS knows
  record Federated(String provider) implements Requester {
    @Override
    public Optional<AccountId> accountId() {
      return Optional.empty();
    }
  }

  /// An S3 canonical user.
  ///
  /// @param id 64 hexadecimal digits
  record CanonicalUser(String id) implements Requester {
    @Override
    public Optional<AccountId> accountId() {
      return Optional.empty();
    }
  }

  /// Nobody in particular: the request is not signed.
  record Anonymous() implements Requester {
    @Override
    public Optional<AccountId> accountId() {
      return Optional.empty();
    }
  }
}
