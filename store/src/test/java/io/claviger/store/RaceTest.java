package io.claviger.store;

import static io.claviger.store.Samples.NOW;
import static io.claviger.store.Samples.ONE;
import static io.claviger.store.Samples.TWO;
import static io.claviger.store.Samples.staged;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Change;
import io.claviger.account.Entity;
import io.claviger.account.View;
import io.claviger.base.AccountId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Many threads at one store, in memory and on disk.
final class RaceTest {

  private static final int THREADS = 16;
  private static final int WRITES = 25;
  private static final int ROUNDS = 20;

  @TempDir Path folder;

  enum Kind {
    MEMORY,
    SQLITE
  }

  @ParameterizedTest
  @EnumSource
  void versionsHaveNoGapAndEveryWriterReadsItsWrite(Kind kind) throws Exception {
    try (Store store = open(kind)) {
      List<Long> versions = new ArrayList<>();
      for (List<Long> some : together(THREADS, thread -> writeAndRead(store, thread))) {
        versions.addAll(some);
      }
      assertEquals(
          LongStream.rangeClosed(2, 1 + THREADS * WRITES).boxed().toList(),
          versions.stream().sorted().toList());
      assertEquals(THREADS * WRITES, store.accounts().published(ONE).home().users().size());
      assertEquals(
          1 + THREADS * WRITES, store.auditTrail().events(ONE, NOW, Integer.MAX_VALUE).size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void writersThatFailLeaveNothingBetweenThoseThatDoNot(Kind kind) throws Exception {
    try (Store store = open(kind)) {
      together(
          THREADS,
          thread -> {
            for (int i = 0; i < WRITES; i++) {
              // All odd threads want the same names: one of them gets each.
              String name = thread % 2 == 0 ? thread + "-" + i : "same-" + i;
              Change change = Change.put(Samples.user("AIDA" + thread + "-" + i, name));
              try {
                store.accounts().write(ONE, _ -> staged(ONE, change));
              } catch (IllegalStateException e) {
                assertTrue(String.valueOf(e.getMessage()).contains("same-"), e.getMessage());
              }
            }
            return true;
          });
      int made = (THREADS / 2 + 1) * WRITES;
      assertEquals(made, store.accounts().published(ONE).home().users().size());
      assertEquals(1 + made, store.accounts().published(ONE).home().version());
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneOfAllAccountsGetsAnAlias(Kind kind) throws Exception {
    assertOneWins(kind, Samples.settings("acme"), view -> view.accountWithAlias("acme"));
  }

  @ParameterizedTest
  @EnumSource
  void oneOfAllAccountsGetsAForeignKeyId(Kind kind) throws Exception {
    assertOneWins(
        kind, Samples.key("AKIAFOREIGN", "AIDA1"), view -> view.accountOfForeignKey("AKIAFOREIGN"));
  }

  @ParameterizedTest
  @EnumSource
  void anAliasPassesFromOneAccountToTheOther(Kind kind) throws Exception {
    try (Store store = open(kind)) {
      together(
          2,
          thread -> {
            AccountId account = thread == 0 ? ONE : TWO;
            for (int i = 0; i < ROUNDS; i++) {
              tryToTake(store, account, Samples.settings("acme"));
              Samples.put(store, account, Samples.settings(null));
            }
            return true;
          });
      assertTrue(store.accounts().accountWithAlias("acme").isEmpty());
      assertTrue(store.accounts().failure().isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMarkIsClaimedByOneOfMany(Kind kind) throws Exception {
    try (Store store = open(kind)) {
      for (int i = 0; i < ROUNDS; i++) {
        String mark = "step " + i;
        List<Boolean> claims =
            together(THREADS, _ -> store.usedOnce().claim(ONE, "totp", mark, NOW));
        assertEquals(1, claims.stream().filter(claimed -> claimed).count());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAccountIsMadeByOneOfMany(Kind kind) throws Exception {
    try (Store store = open(kind)) {
      AccountId fresh = new AccountId("777788889999");
      List<Boolean> made =
          together(
              THREADS,
              _ -> {
                try {
                  Samples.createAccount(store, fresh);
                  return true;
                } catch (IllegalStateException e) {
                  return false;
                }
              });
      assertEquals(1, made.stream().filter(won -> won).count());
      assertEquals(1, store.accounts().published(fresh).home().version());
    }
  }

  private static List<Long> writeAndRead(Store store, int thread) {
    List<Long> versions = new ArrayList<>();
    for (int i = 0; i < WRITES; i++) {
      String id = "AIDA" + thread + "-" + i;
      versions.add(
          store
              .accounts()
              .write(
                  ONE,
                  view ->
                      new AccountStore.Staged<>(
                          Change.put(Samples.user(id, id)),
                          Samples.event(ONE, "CreateUser"),
                          view.home().version() + 1)));
      assertTrue(store.accounts().published(ONE).home().users().byId(id).isPresent());
    }
    return versions;
  }

  private interface Holder {
    Optional<AccountId> of(View view);
  }

  private void assertOneWins(Kind kind, Entity entity, Holder holder) throws Exception {
    try (Store store = open(kind)) {
      List<Boolean> won =
          together(
              2,
              thread -> {
                AccountId account = thread == 0 ? ONE : TWO;
                return store
                    .accounts()
                    .write(
                        account,
                        view -> {
                          boolean free = holder.of(view).isEmpty();
                          Change change = free ? Change.put(entity) : Change.NONE;
                          return new AccountStore.Staged<>(
                              change, Samples.event(account, "Take"), free);
                        });
              });
      assertEquals(1, won.stream().filter(free -> free).count());
      assertEquals(
          won.getFirst() ? ONE : TWO, holder.of(store.accounts().published(ONE)).orElseThrow());
    }
  }

  private static void tryToTake(Store store, AccountId account, Entity settings) {
    store
        .accounts()
        .write(
            account,
            view ->
                staged(
                    account,
                    view.accountWithAlias("acme").isEmpty() ? Change.put(settings) : Change.NONE));
  }

  private interface Task<T> {
    T run(int thread) throws Exception;
  }

  private static <T> List<T> together(int threads, Task<T> task)
      throws InterruptedException, ExecutionException {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<T>> tasks = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int number = thread;
        tasks.add(() -> task.run(number));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : executor.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    }
  }

  private Store open(Kind kind) {
    Store store =
        switch (kind) {
          case MEMORY -> Store.inMemory(() -> NOW, new SecureRandom());
          case SQLITE -> new StoreFiles(folder).open();
        };
    Samples.createAccount(store, ONE);
    Samples.createAccount(store, TWO);
    return store;
  }
}
