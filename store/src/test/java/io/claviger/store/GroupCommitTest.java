package io.claviger.store;

import static io.claviger.store.Samples.NOW;
import static io.claviger.store.Samples.ONE;
import static io.claviger.store.Samples.TWO;
import static io.claviger.store.Samples.event;
import static io.claviger.store.Samples.put;
import static io.claviger.store.Samples.staged;
import static io.claviger.store.Samples.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.SecretName;
import io.claviger.base.AccountId;
import io.claviger.base.SecretText;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What stands between the heads and the disk: the queue, publishing, and what a failed fsync ends.
final class GroupCommitTest {

  private static final int MANY_EVENTS = 3_000;
  private static final SecretName SECRET = new SecretName(SecretName.Kind.ACCESS_KEY, "AKIA1");

  private final SteeredJournal journal = new SteeredJournal();
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private Store store;

  @BeforeEach
  void open() {
    store = Store.over(journal, KeyEncryptionKey.random(new SecureRandom()), () -> Samples.NOW);
    Samples.createAccount(store, ONE);
    Samples.createAccount(store, TWO);
  }

  @AfterEach
  void close() {
    callers.close();
    store.close();
  }

  @Test
  void whatIsQueuedWhileTheDiskIsBusyIsCommittedAtOnce() throws Exception {
    journal.stop();
    List<Future<?>> writes = new ArrayList<>();
    writes.add(queued(ONE, "first"));
    journal.awaitCommit();
    for (int i = 0; i < 10; i++) {
      writes.add(queued(i % 2 == 0 ? ONE : TWO, "user" + i));
    }
    int before = journal.batches().size();
    journal.go();
    for (Future<?> write : writes) {
      write.get();
    }
    // Each write is its event and its change.
    assertEquals(List.of(2, 20), journal.batches().subList(before, before + 2));
  }

  @Test
  void aQueuedChangeIsSeenByTheNextTransitionButNotByReaders() throws Exception {
    journal.stop();
    Future<?> write = queued(ONE, "bob");
    List<Boolean> seen = new ArrayList<>();
    Future<?> next =
        callers.submit(() ->
            store
                .accounts()
                .write(
                    ONE,
                    view -> {
                      seen.add(view.home().users().named("bob").isPresent());
                      seen.add(view.account(ONE).orElseThrow() == view.home());
                      return staged(ONE, Change.NONE);
                    }));
    assertFalse(account().users().named("bob").isPresent());
    assertFalse(write.isDone());
    journal.go();
    write.get();
    next.get();
    assertEquals(List.of(true, true), seen);
    assertTrue(account().users().named("bob").isPresent());
  }

  @Test
  void Abuse_144_aFailedFsyncEndsWritingForGoodAndReadingGoesOn() throws Exception {
    SecretText old = SecretText.of("old");
    store.accounts().write(ONE, _ -> staged(ONE, Change.NONE.andSecret(SECRET, old)));
    put(store, ONE, user("AIDA1", "bob"));
    journal.stop();
    journal.fail();
    Future<?> failed = queued(ONE, "eve");
    journal.awaitCommit();
    Future<?> behind = queued(TWO, "mallory");
    Future<Boolean> erased =
        callers.submit(
            () -> store.accounts().write(ONE, _ -> staged(ONE, Change.NONE.andErase(SECRET))));
    while (store.secrets().find(ONE, SECRET).isPresent()) {
      Thread.onSpinWait();
    }
    int tried = journal.batches().size();
    journal.go();
    for (Future<?> future : List.of(failed, behind, erased)) {
      assertFailed(future);
    }
    assertThrows(StoreFailure.class, () -> put(store, ONE, user("AIDA3", "carol")));
    assertThrows(StoreFailure.class, () -> Samples.createAccount(store, other()));
    assertThrows(StoreFailure.class, () -> store.usedOnce().claim(ONE, "totp", "1", NOW));
    assertThrows(StoreFailure.class, () -> store.auditLog().append(event(ONE, "GetUser")));
    assertEquals(tried + 1, journal.batches().size(), "Nothing is tried again");

    assertTrue(store.accounts().failure().isPresent());
    assertEquals(List.of("bob"), account().users().inOrder(null).map(u -> u.name()).toList());
    assertEquals(List.of(ONE, TWO), store.accounts().accounts());
    assertEquals(Optional.of(old), store.secrets().find(ONE, SECRET));
    assertFalse(store.auditTrail().events(ONE, NOW, 10).isEmpty());
  }

  @Test
  void Abuse_144_aCommitThatSucceedsLeavesWritingOpen() {
    journal.stop();
    journal.go();
    put(store, ONE, user("AIDA1", "bob"));
    assertTrue(store.accounts().failure().isEmpty());
  }

  @Test
  void Abuse_124_aFullAuditQueueMakesCallersWaitAndDropsNothing() throws Exception {
    journal.stop();
    Future<?> all =
        callers.submit(() -> {
          for (int i = 0; i < MANY_EVENTS; i++) {
            store.auditLog().append(event(ONE, "Read" + i, NOW.plusSeconds(1)));
          }
        });
    journal.awaitCommit();
    assertFalse(all.isDone(), "The queue holds fewer than all events");
    journal.go();
    all.get();
    List<String> names =
        store.auditTrail().events(ONE, NOW.plusSeconds(1), Integer.MAX_VALUE).stream()
            .map(event -> event.eventName())
            .toList();
    assertEquals(MANY_EVENTS, names.size());
    assertEquals("Read0", names.getFirst());
    assertEquals("Read" + (MANY_EVENTS - 1), names.getLast());
  }

  @Test
  void anEventThatNobodyWaitsForIsDurableSoon() {
    journal.stop();
    int before = journal.batches().size();
    store.auditLog().append(event(ONE, "GetUser"));
    long start = System.nanoTime();
    journal.awaitCommit();
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 1_000);
    journal.go();
    assertTrue(store.auditTrail().events(ONE, NOW, 10).size() > 1);
    assertEquals(1, journal.batches().get(before));
  }

  @Test
  void closingWritesWhatIsQueued() {
    store.auditLog().append(event(ONE, "GetUser"));
    store.close();
    assertEquals(2, journal.events(ONE, NOW, 10).size());
    assertThrows(StoreFailure.class, () -> put(store, ONE, user("AIDA1", "bob")));
  }

  private Account account() {
    return store.accounts().published(ONE).home();
  }

  private static AccountId other() {
    return new AccountId("777788889999");
  }

  /// Starts a write of one user, and returns when it has been queued.
  private Future<?> queued(AccountId account, String name) throws InterruptedException {
    CountDownLatch run = new CountDownLatch(1);
    Future<?> write =
        callers.submit(() ->
            store
                .accounts()
                .write(
                    account,
                    _ -> {
                      run.countDown();
                      return staged(account, Change.put(user("AIDA" + name, name)));
                    }));
    run.await();
    // Whoever holds the head next finds the change of the one before queued.
    awaitHead(account);
    return write;
  }

  private void awaitHead(AccountId account) {
    assertThrows(
        ArithmeticException.class,
        () ->
            store
                .accounts()
                .write(
                    account,
                    _ -> {
                      throw new ArithmeticException("only to hold the head once");
                    }));
  }

  private static void assertFailed(Future<?> future) throws InterruptedException {
    try {
      future.get();
      throw new AssertionError("The write was answered");
    } catch (ExecutionException e) {
      assertTrue(e.getCause() instanceof StoreFailure, String.valueOf(e.getCause()));
    }
  }
}
