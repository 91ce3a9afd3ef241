package io.claviger.store;

import io.claviger.account.Change;
import io.claviger.account.Entity;
import io.claviger.account.IdentityPolicies;
import io.claviger.account.User;
import io.claviger.base.Arn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Measures what `docs/performance.md` reports of the store: commits per second, and the time and
/// memory that a large account takes to open. Asserts nothing.
///
/// Run as that page says; the first argument is what to measure.
final class StoreMeasurement {

  private static final int SECONDS = 5;
  private static final int USERS = 100_000;
  private static final int USERS_PER_CHANGE = 1_000;
  private static final Arn POLICY = Arn.parse("arn:aws:iam::aws:policy/ReadOnlyAccess");

  private StoreMeasurement() {}

  /// Measures one thing.
  ///
  /// @param arguments `commits`, `start`, `fill` or `load`, then the directory to work in
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path directory = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "commits" -> {
        for (int clients : new int[] {1, 16, 1, 16}) {
          commits(directory, clients);
        }
      }
      case "fill" -> fill(directory.resolve("large"));
      case "start" -> start(directory.resolve("small"));
      case "load" -> load(directory.resolve("large"));
      default -> throw new IllegalArgumentException("Unknown: " + arguments[0]);
    }
  }

  private static Store open(Path data) {
    return Store.open(data, Store.defaultKeyFile(data), InstantSource.system(), new SecureRandom());
  }

  private static void commits(Path directory, int clients)
      throws IOException, InterruptedException {
    Path data = Files.createTempDirectory(directory, "commits").resolve("data");
    try (Store store = open(data)) {
      Samples.createAccount(store, Samples.ONE);
      AtomicInteger made = new AtomicInteger();
      long end = System.nanoTime() + SECONDS * 1_000_000_000L;
      List<Thread> threads = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        threads.add(
            Thread.startVirtualThread(() -> {
              while (System.nanoTime() < end) {
                int n = made.incrementAndGet();
                Samples.put(store, Samples.ONE, Samples.user("AIDA" + n, "user-" + n));
              }
            }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      System.out.printf(
          "%d client(s): %,d commits per second, each a user with its audit event%n",
          clients, made.get() / SECONDS);
    }
  }

  /// Opens a store twice in this process: the first time has the loading of classes and of SQLite
  /// in it, the second time only what the store itself does.
  private static void start(Path data) {
    for (String time : new String[] {"first", "second"}) {
      long start = System.nanoTime();
      try (Store store = open(data)) {
        System.out.printf("%s opening in %.3f s%n", time, seconds(start));
        if (store.accounts().accounts().isEmpty()) {
          Samples.createAccount(store, Samples.ONE);
        }
      }
    }
  }

  private static void fill(Path data) {
    long start = System.nanoTime();
    try (Store store = open(data)) {
      Samples.createAccount(store, Samples.ONE);
      for (int from = 0; from < USERS; from += USERS_PER_CHANGE) {
        List<Entity> users = new ArrayList<>();
        for (int n = from; n < from + USERS_PER_CHANGE; n++) {
          User user = Samples.user("AIDA%017d".formatted(n), "user-" + n);
          users.add(
              user.withPolicies(IdentityPolicies.NONE.attach(POLICY)).withGroups(List.of("AGPA1")));
        }
        Change change = new Change(users, List.of(), List.of(), List.of());
        store.accounts().write(Samples.ONE, _ -> Samples.staged(Samples.ONE, change));
      }
    }
    System.out.printf("%,d users written in %.2f s%n", USERS, seconds(start));
  }

  private static void load(Path data) {
    long start = System.nanoTime();
    try (Store store = open(data)) {
      System.out.printf("opened in %.3f s%n", seconds(start));
      int users = store.accounts().published(Samples.ONE).home().users().size();
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          "%,d users, %,d MiB of heap in use%n",
          users, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
