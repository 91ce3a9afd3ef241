package io.claviger.store;

import static io.claviger.store.Samples.NOW;
import static io.claviger.store.Samples.ONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Account;
import io.claviger.account.SecretName;
import io.claviger.base.SecretText;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a writing process at random moments. `-Dclaviger.crash.cycles=N` makes it N times.
final class CrashLoopTest {

  private static final int CYCLES = Integer.getInteger("claviger.crash.cycles", 10);
  private static final int MAX_ACKS = 40;

  @TempDir Path folder;

  @Test
  void Abuse_143_everyAnsweredWriteSurvivesAKill() throws IOException, InterruptedException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Set<String> answered = new HashSet<>();
    for (int cycle = 0; cycle < CYCLES; cycle++) {
      answered.addAll(killAfter(random.nextInt(MAX_ACKS), "run" + cycle));
      assertAllThere(answered, "seed " + seed + ", cycle " + cycle);
    }
    assertTrue(answered.size() > CYCLES, "Nothing was written");
  }

  /// Lets a process write until it has answered so often, kills it, and returns all it answered.
  private Set<String> killAfter(int acks, String run) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CrashWriter.class.getName(),
                folder.toString(),
                run)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Set<String> answered = new HashSet<>();
    try (BufferedReader out = process.inputReader()) {
      String line = out.readLine();
      while (line != null) {
        if (line.startsWith("ACK ")) {
          answered.add(line.substring(4));
        }
        if (answered.size() > acks) {
          // Through the handle, since the process itself would close what it has still to say.
          process.toHandle().destroyForcibly();
        }
        line = out.readLine();
      }
    } finally {
      process.destroyForcibly();
    }
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    return answered;
  }

  private void assertAllThere(Set<String> answered, String message) {
    try (Store store = new StoreFiles(folder).open()) {
      Account account = store.accounts().published(ONE).home();
      for (String id : answered) {
        assertTrue(account.users().byId(id + "-a").isPresent(), message + ": " + id);
      }
      // Every version since the first made two users: none was lost, none is there by half.
      assertEquals(2 * (account.version() - 1), account.users().size(), message);
      assertEquals(
          account.version(),
          store.auditTrail().events(ONE, NOW, Integer.MAX_VALUE).size(),
          message);
      assertEquals(0, store.history().at(ONE, 0).orElseThrow().entities().size(), message);
      account
          .users()
          .inOrder(null)
          .filter(user -> user.id().endsWith("-b"))
          .map(user -> user.id().substring(0, user.id().length() - 2))
          .forEach(id -> assertWhole(store, account, id, message));
    }
  }

  private static void assertWhole(Store store, Account account, String id, String message) {
    assertTrue(account.users().byId(id + "-a").isPresent(), message + ": " + id);
    assertEquals(
        Optional.of(SecretText.of(id)),
        store.secrets().find(ONE, new SecretName(SecretName.Kind.PASSWORD, id)),
        message);
  }
}
