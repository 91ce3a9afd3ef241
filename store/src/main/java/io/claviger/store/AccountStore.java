package io.claviger.store;

import io.claviger.account.Accounts;
import io.claviger.account.AuditEvent;
import io.claviger.account.Change;
import io.claviger.account.View;
import io.claviger.base.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// All accounts, durably.
///
/// Each account has one head — the durable state plus what is queued — and one published value.
/// Writes of one account run one at a time against its head; one writer takes whatever all accounts
/// have queued, does one transaction and one fsync, publishes, and lets the callers go.
public interface AccountStore extends Accounts {

  /// The ids of all accounts, in order.
  List<AccountId> accounts();

  /// The account that is this issuer of web identity tokens, whether it issues any now or not; as
  /// it is published.
  ///
  /// @param issuerId [io.claviger.account.OutboundIssuer#id]
  Optional<AccountId> accountOfIssuer(String issuerId);

  /// What readers see: every account as published, `home` among them.
  ///
  /// @throws IllegalArgumentException if there is no such account
  View published(AccountId home);

  /// Runs `transition` against the head of an account, makes its change durable together with its
  /// event, publishes it, and returns its answer. Blocks for the disk. An empty change makes its
  /// event durable all the same, but no new version.
  ///
  /// `transition` runs while the head is held. What it throws is thrown on, and nothing has
  /// changed. It may be run again, when another account takes an alias or a foreign key id in the
  /// meantime that it has found free: in its view such names count as taken once they are queued.
  ///
  /// @throws IllegalArgumentException if there is no such account
  /// @throws StoreFailure when the change could not be made durable; writing has ended then
  <T> T write(AccountId home, Function<View, Staged<T>> transition);

  /// Makes a new account with its first change. Blocks for the disk.
  ///
  /// @throws IllegalStateException if the account exists, or another one has its alias or key
  /// @throws StoreFailure when it could not be made durable; writing has ended then
  void create(AccountId id, Change first, AuditEvent event);

  /// Why writing has ended; empty while it goes on. Reading goes on in either case.
  Optional<StoreFailure> failure();

  /// What a transition wants committed, and its answer.
  ///
  /// @param event committed in the transaction of the change
  record Staged<T>(Change change, AuditEvent event, T answer) {}
}
