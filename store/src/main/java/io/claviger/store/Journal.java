package io.claviger.store;

import io.claviger.account.AuditEvent;
import io.claviger.account.Change;
import io.claviger.account.Entity;
import io.claviger.base.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where entries are made durable. What stands above it — heads, publishing, group commit — is the
/// same over every journal.
interface Journal extends AutoCloseable {

  /// Everything the journal holds. Called once, before the first [#commit].
  ///
  /// @throws StoreFailure naming the file and the record that cannot be trusted
  Contents load();

  /// Makes a batch durable, all of it or nothing. Called by one thread only.
  ///
  /// @throws StoreFailure if it could not; the journal is not called again then, but to close
  void commit(List<JournalEntry> batch);

  /// As [AuditTrail#events]. May be called by any thread.
  List<AuditEvent> events(@Nullable AccountId account, Instant from, int limit);

  /// What undoes the changes that led to the versions after `version`, up to and with `newest`: the
  /// newest first. Fewer than asked for where they are not kept. May be called by any thread.
  ///
  /// @param dataKey the account's
  /// @throws StoreFailure if a change is altered
  List<Change> undo(AccountId account, DataKey dataKey, long version, long newest);

  @Override
  void close();

  /// What a journal holds when it is opened.
  record Contents(
      List<StoredAccount> accounts,
      List<JournalEntry.MarkClaimed> marks,
      List<JournalEntry.LastUse> uses,
      List<JournalEntry.TokenKeyAdded> tokenKeys) {

    static final Contents NONE = new Contents(List.of(), List.of(), List.of(), List.of());
  }

  /// One account as it was stored.
  record StoredAccount(
      AccountId id,
      long version,
      DataKey dataKey,
      List<Entity> entities,
      List<JournalEntry.SealedSecret> secrets) {}
}
