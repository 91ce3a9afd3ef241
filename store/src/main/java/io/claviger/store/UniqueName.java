package io.claviger.store;

import io.claviger.account.AccessKey;
import io.claviger.account.AccessReport;
import io.claviger.account.Account;
import io.claviger.account.AccountSettings;
import io.claviger.account.Change;
import io.claviger.account.CredentialReport;
import io.claviger.account.Delegation;
import io.claviger.account.DelegationRequest;
import io.claviger.account.Entity;
import io.claviger.account.Ids;
import io.claviger.account.LoginProfile;
import io.claviger.account.Named;
import io.claviger.account.OutboundIssuer;
import io.claviger.account.RoleDeletionTask;
import io.claviger.account.Tagged;
import io.claviger.account.UserCredential;
import io.claviger.base.AccountId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A name that only one of all accounts can have.
record UniqueName(Kind kind, String text) {

  /// The names are part of the stored form.
  enum Kind {
    ALIAS,
    /// An access key id that does not carry its account; see [Ids].
    FOREIGN_KEY_ID,
    /// See [OutboundIssuer].
    ISSUER_ID,
    /// The id of a delegation request that an account has taken over.
    DELEGATION
  }

  static UniqueName alias(String alias) {
    return new UniqueName(Kind.ALIAS, alias);
  }

  static UniqueName foreignKeyId(String accessKeyId) {
    return new UniqueName(Kind.FOREIGN_KEY_ID, accessKeyId);
  }

  static UniqueName issuerId(String issuerId) {
    return new UniqueName(Kind.ISSUER_ID, issuerId);
  }

  static UniqueName delegation(String requestId) {
    return new UniqueName(Kind.DELEGATION, requestId);
  }

  /// The unique name that an entity of this account brings, if any.
  static Optional<UniqueName> of(AccountId account, Entity entity) {
    return switch (entity) {
      case AccountSettings settings -> Optional.ofNullable(settings.alias()).map(UniqueName::alias);
      case AccessKey key ->
          Ids.accountOf(key.id()).equals(Optional.of(account))
              ? Optional.empty()
              : Optional.of(foreignKeyId(key.id()));
      case OutboundIssuer issuer -> Optional.of(issuerId(issuer.id()));
      case Delegation delegation -> Optional.of(delegation(delegation.id()));
      case AccessReport _,
          CredentialReport _,
          DelegationRequest _,
          LoginProfile _,
          Named _,
          RoleDeletionTask _,
          Tagged _,
          UserCredential _ ->
          Optional.empty();
    };
  }

  /// The names that a change gives to an account and takes from it.
  record Difference(Set<UniqueName> claimed, Set<UniqueName> released) {

    Difference {
      claimed = Set.copyOf(claimed);
      released = Set.copyOf(released);
    }

    static Difference of(Account before, Change change, Account after) {
      Set<UniqueName> old = new HashSet<>();
      Set<UniqueName> fresh = new HashSet<>();
      for (Entity entity : change.put()) {
        before.find(entity.key()).flatMap(was -> of(before, was)).ifPresent(old::add);
        after.find(entity.key()).flatMap(is -> of(after, is)).ifPresent(fresh::add);
      }
      change.removed().stream()
          .flatMap(key -> before.find(key).stream())
          .flatMap(entity -> of(before, entity).stream())
          .forEach(old::add);
      Set<UniqueName> claimed = new HashSet<>(fresh);
      claimed.removeAll(old);
      old.removeAll(fresh);
      return new Difference(claimed, old);
    }

    private static Optional<UniqueName> of(Account account, Entity entity) {
      return UniqueName.of(account.id(), entity);
    }
  }
}
