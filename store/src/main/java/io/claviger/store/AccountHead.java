package io.claviger.store;

import io.claviger.base.AccountId;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Where one account stands: its head, which has the queued changes, and what is published.
final class AccountHead {

  private final AccountId id;
  private final DataKey dataKey;
  private final ReentrantLock lock = new ReentrantLock();

  /// Written under the lock.
  private volatile AccountState head;

  /// Written by the writer; null while the account's first change is queued.
  private volatile @Nullable AccountState published;

  AccountHead(DataKey dataKey, AccountState head, @Nullable AccountState published) {
    this.id = head.account().id();
    this.dataKey = dataKey;
    this.head = head;
    this.published = published;
  }

  AccountId id() {
    return id;
  }

  DataKey dataKey() {
    return dataKey;
  }

  /// Held by whoever works on the head.
  ReentrantLock lock() {
    return lock;
  }

  AccountState head() {
    return head;
  }

  Optional<AccountState> published() {
    return Optional.ofNullable(published);
  }

  void advance(AccountState next) {
    head = next;
  }

  void publish(AccountState next) {
    published = next;
  }
}
