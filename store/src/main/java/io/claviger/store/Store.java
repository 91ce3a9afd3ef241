package io.claviger.store;

import io.claviger.account.Activity;
import io.claviger.account.AuditLog;
import io.claviger.account.Secrets;
import io.claviger.account.TokenKeys;
import io.claviger.account.UsedOnce;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Everything that lasts, opened: the accounts and what stands beside them. Safe for use by many
/// threads.
public final class Store implements AutoCloseable {

  /// How long changes can be looked back at.
  static final Duration HISTORY_KEPT = Duration.ofDays(400);

  private final Journal journal;
  private final Writer writer;
  private final InstantSource clock;
  private final JournaledAccounts accounts;
  private final MarkedOnce usedOnce;
  private final RecentActivity activity;
  private final KeyRing tokenKeys;
  private final AuditLog auditLog;
  private final AuditTrail auditTrail;
  private final Housekeeping housekeeping;

  private Store(
      Journal journal, Journal.Contents contents, KeyEncryptionKey kek, InstantSource clock) {
    EntityCodec codec = new EntityCodec();
    this.journal = journal;
    this.clock = clock;
    this.writer = new Writer(journal);
    this.accounts = new JournaledAccounts(kek, writer, codec, contents.accounts());
    this.usedOnce = new MarkedOnce(writer, contents.marks());
    this.activity = new RecentActivity(writer, contents.uses());
    this.tokenKeys = new KeyRing(kek, writer, clock, contents.tokenKeys());
    this.auditLog = event -> writer.append(new JournalEntry.EventLogged(event, codec.write(event)));
    this.auditTrail =
        (account, from, limit) -> {
          // A batch of its own takes all events along that are queued.
          if (writer.failure().isEmpty()) {
            writer.submit(List.of(), () -> {}).await();
          }
          return journal.events(account, from, limit);
        };
    this.housekeeping = new Housekeeping(this::flushActivity, this::sweep);
  }

  /// A store that forgets everything when it is closed.
  public static Store inMemory(InstantSource clock) {
    return over(new MemoryJournal(), KeyEncryptionKey.random(new SecureRandom()), clock);
  }

  static Store over(Journal journal, KeyEncryptionKey kek, InstantSource clock) {
    try {
      Store store = new Store(journal, journal.load(), kek, clock);
      store.writer.start();
      store.housekeeping.start();
      return store;
    } catch (RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  public AccountStore accounts() {
    return accounts;
  }

  public Secrets secrets() {
    return accounts::secret;
  }

  public UsedOnce usedOnce() {
    return usedOnce;
  }

  public Activity activity() {
    return activity;
  }

  public TokenKeys tokenKeys() {
    return tokenKeys;
  }

  /// Takes events in a queue that is written within a second, and at once when somebody waits for
  /// something else. Throws [StoreFailure] when writing has ended: the event was not taken then.
  public AuditLog auditLog() {
    return auditLog;
  }

  public AuditTrail auditTrail() {
    return auditTrail;
  }

  /// Writes what is buffered and closes the files.
  @Override
  public void close() {
    housekeeping.close();
    try {
      flushActivity();
    } finally {
      writer.close();
      journal.close();
    }
  }

  /// Forgets what is past its time. Blocks for the disk.
  void sweep() {
    if (writer.failure().isEmpty()) {
      Instant now = clock.instant();
      Instant marksUntil = usedOnce.sweep(now);
      writer
          .submit(List.of(new JournalEntry.Swept(marksUntil, now.minus(HISTORY_KEPT))), () -> {})
          .await();
      tokenKeys.sweep();
    }
  }

  private void flushActivity() {
    // When writing has ended, those who write are told; there is nobody here to tell.
    if (writer.failure().isEmpty()) {
      activity.flush();
    }
  }
}
