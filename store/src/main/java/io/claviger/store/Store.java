package io.claviger.store;

import io.claviger.account.Activity;
import io.claviger.account.AuditLog;
import io.claviger.account.Secrets;
import io.claviger.account.TokenKeys;
import io.claviger.account.UsedOnce;
import java.nio.file.Path;
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
    this.accounts = new JournaledAccounts(kek, journal, writer, codec, contents.accounts());
    this.usedOnce = new MarkedOnce(writer, contents.marks());
    this.activity = new RecentActivity(writer, RecentActivity.MOST_ACTIONS, contents.uses());
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
  public static Store inMemory(InstantSource clock, SecureRandom random) {
    return over(new MemoryJournal(), KeyEncryptionKey.random(random), clock);
  }

  /// Opens the store in a directory, which is made if it is not there, for a server or a tool. One
  /// process at a time can have it open.
  ///
  /// @param keyFile with the key that opens the secrets; made together with a new database
  /// @throws StoreFailure saying what to do, if the directory is in use or open to others, the key
  ///   file is missing, wrong, or open to others, or the database is damaged
  public static Store open(
      Path dataDirectory, Path keyFile, InstantSource clock, SecureRandom random) {
    KeyFile file = new KeyFile(keyFile, random).outside(dataDirectory);
    DataDirectory directory = DataDirectory.hold(dataDirectory);
    try {
      KeyEncryptionKey kek =
          directory.hasDatabase() ? file.readFor(directory.database()) : file.readOrMake();
      directory.makeDatabase(fresh -> new SqliteDatabase(fresh).make(kek));
      return over(SqliteJournal.open(directory, kek, new EntityCodec()), kek, clock);
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /// Where the key file is unless it is said: beside the data directory, `claviger-data.key`.
  public static Path defaultKeyFile(Path dataDirectory) {
    Path path = dataDirectory.toAbsolutePath().normalize();
    return path.resolveSibling(path.getFileName() + ".key");
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

  public History history() {
    return accounts::at;
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
      activity.sweep(now.minus(Activity.TRACKED));
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
