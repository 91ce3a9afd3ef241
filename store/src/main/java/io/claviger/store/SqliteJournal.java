package io.claviger.store;

import io.claviger.account.AuditEvent;
import io.claviger.account.Change;
import io.claviger.base.AccountId;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A journal in one SQLite database, beside which no other process writes.
final class SqliteJournal implements Journal {

  private final DataDirectory directory;
  private final SqliteDatabase database;
  private final KeyEncryptionKey kek;
  private final EntityCodec codec;
  private final ChangeCodec changes;
  private final Sql writing;
  private final Sql reading;
  private final ExecutorService readers;
  private @Nullable EntryWriter entries; // Set by load, then the writer's own.

  private SqliteJournal(DataDirectory directory, KeyEncryptionKey kek, EntityCodec codec) {
    this.directory = directory;
    this.kek = kek;
    this.codec = codec;
    this.changes = new ChangeCodec(codec);
    this.database = new SqliteDatabase(directory.database());
    this.writing = database.open(kek);
    try {
      this.reading = database.connect();
    } catch (RuntimeException e) {
      writing.close();
      throw e;
    }
    // JDBC into SQLite would hold a virtual thread's carrier for as long as a query takes.
    this.readers =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("claviger-store-reader").daemon(true).factory());
  }

  /// Opens the database of a directory, which this journal closes.
  static SqliteJournal open(DataDirectory directory, KeyEncryptionKey kek, EntityCodec codec) {
    return new SqliteJournal(directory, kek, codec);
  }

  @Override
  public Contents load() {
    ContentsReader reader = new ContentsReader(writing, kek, codec);
    Contents contents = reader.read();
    entries = new EntryWriter(writing, changes, reader.tags());
    return contents;
  }

  @Override
  public void commit(List<JournalEntry> batch) {
    EntryWriter writer = entries;
    if (writer == null) {
      throw new IllegalStateException("The journal is not loaded");
    }
    writing.transaction(() -> batch.forEach(writer::write));
  }

  @Override
  public List<AuditEvent> events(@Nullable AccountId account, Instant from, int limit) {
    return onReader(() ->
        account == null
            ? reading.query(
                "SELECT json FROM audit_event WHERE account IS NULL AND happened >= ?"
                    + " ORDER BY seq LIMIT ?",
                row -> codec.readEvent(row.getString(1)),
                from.toEpochMilli(),
                limit)
            : reading.query(
                "SELECT json FROM audit_event WHERE account = ? AND happened >= ?"
                    + " ORDER BY seq LIMIT ?",
                row -> codec.readEvent(row.getString(1)),
                account.digits(),
                from.toEpochMilli(),
                limit));
  }

  @Override
  public List<Change> undo(AccountId account, DataKey dataKey, long version, long newest) {
    RowTags tags = new RowTags(account, dataKey);
    return onReader(() ->
        reading.query(
            "SELECT version, json, tag FROM account_change"
                + " WHERE account = ? AND version > ? AND version <= ? ORDER BY version DESC",
            row -> {
              String json = row.getString(2);
              RowTags.Row change = RowTags.Row.change(row.getLong(1), json);
              if (!MessageDigest.isEqual(tags.tagOnly(change), row.getBytes(3))) {
                throw reading.damaged(
                    "account_change " + account + " " + row.getLong(1), "the row is altered");
              }
              return changes.readUndo(json);
            },
            account.digits(),
            version,
            newest));
  }

  @Override
  public void close() {
    readers.close();
    try {
      reading.close();
    } finally {
      try {
        writing.close();
      } finally {
        directory.close();
      }
    }
  }

  private <T> T onReader(Callable<T> query) {
    try {
      return readers.submit(query).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof StoreFailure failure
          ? new StoreFailure(String.valueOf(failure.getMessage()), failure)
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while reading", e);
    }
  }
}
