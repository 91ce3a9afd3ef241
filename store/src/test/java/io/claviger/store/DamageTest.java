package io.claviger.store;

import static io.claviger.store.Samples.ONE;
import static io.claviger.store.Samples.TWO;
import static io.claviger.store.Samples.staged;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Change;
import io.claviger.account.EntityKind;
import io.claviger.account.SecretName;
import io.claviger.base.AccountId;
import io.claviger.base.SecretText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A database that somebody or something has altered is refused, and the message says where.
final class DamageTest {

  private static final int FLIPS = 100;
  private static final SecretName KEY = new SecretName(SecretName.Kind.ACCESS_KEY, "AKIAEXAMPLE");
  private static final SecretName SEED = new SecretName(SecretName.Kind.MFA_SEED, "/bob-phone");

  @TempDir Path folder;
  private StoreFiles files;

  @BeforeEach
  void fill() {
    files = new StoreFiles(folder);
    try (Store store = files.open()) {
      store.tokenKeys().current();
      for (AccountId account : new AccountId[] {TWO, ONE}) {
        Samples.createAccount(store, account);
        Change secrets =
            Change.NONE
                .andSecret(KEY, SecretText.of("first"))
                .andSecret(SEED, SecretText.of("seed"));
        store.accounts().write(account, _ -> staged(account, secrets));
        Change again = Change.NONE.andSecret(KEY, SecretText.of("second"));
        store.accounts().write(account, _ -> staged(account, again));
      }
      for (EntityKind kind : EntityKind.values()) {
        Samples.put(store, ONE, Examples.of(kind));
      }
    }
  }

  @Test
  void Abuse_145_everyFlippedBitIsFoundOrDoesNoHarm() throws IOException {
    byte[] whole = Files.readAllBytes(files.database());
    String contents = contents();
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int found = 0;
    for (int i = 0; i < FLIPS; i++) {
      byte[] damaged = whole.clone();
      int at = random.nextInt(damaged.length);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(files.database(), damaged);
      found += refusedOrWhole(contents, "seed " + seed + ", byte " + at);
    }
    assertTrue(found > 0, "No flip was found; seed " + seed);
    Files.write(files.database(), whole);
    assertEquals(contents, contents());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 4096, 20_000})
  void Abuse_145_aFileCutShortIsRefused(int length) throws IOException {
    byte[] whole = Files.readAllBytes(files.database());
    Files.write(files.database(), Arrays.copyOf(whole, length));
    refused(files.database().toString());
    Files.write(files.database(), whole);
    assertDoesNotThrow(() -> files.open().close());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          UPDATE entity SET json = replace(json, '"bob"', '"eve"') WHERE kind = 'USER' => entity 111122223333 USER AIDAEXAMPLE
          UPDATE entity SET json = json || ' ' WHERE kind = 'ROLE' => entity 111122223333 ROLE AROAEXAMPLE
          UPDATE entity SET id = 'AIDAOTHER' WHERE kind = 'USER' => entity 111122223333 USER AIDAOTHER
          UPDATE entity SET kind = 'WIZARD' WHERE kind = 'USER' => entity 111122223333 WIZARD AIDAEXAMPLE
          UPDATE entity SET account = '444455556666' WHERE kind = 'USER' => entity 444455556666 USER AIDAEXAMPLE
          UPDATE entity SET account = '999999999999' WHERE kind = 'USER' => entity 999999999999 USER AIDAEXAMPLE
          UPDATE entity SET version = version + 1 WHERE kind = 'USER' => entity 111122223333 USER AIDAEXAMPLE
          DELETE FROM entity WHERE kind = 'USER' => account 111122223333
          DELETE FROM secret WHERE account = '444455556666' AND kind = 'MFA_SEED' => account 444455556666
          UPDATE secret SET sealed = substr(sealed, 1, 20) WHERE account = '444455556666' AND kind = 'MFA_SEED' => secret 444455556666 MFA_SEED
          UPDATE account SET version = version - 1 WHERE id = '444455556666' => account 444455556666
          UPDATE account SET data_key = (SELECT data_key FROM account WHERE id = '111122223333') WHERE id = '444455556666' => account 444455556666
          UPDATE account SET seal = (SELECT seal FROM account WHERE id = '111122223333') WHERE id = '444455556666' => account 444455556666
          UPDATE unique_name SET account = '444455556666' => unique_name
          DELETE FROM unique_name WHERE kind = 'ALIAS' => unique_name
          UPDATE token_key SET sealed = substr(sealed, 2) => token_key 1
          DELETE FROM meta WHERE name = 'schema' => meta
          UPDATE meta SET value = 'x' WHERE name = 'key_proof' => meta
          UPDATE meta SET value = '999' WHERE name = 'schema' => schema 999
          """)
  void Abuse_145_anAlteredRecordIsNamed(String sql, String record) {
    assertTrue(files.tamper(sql) > 0, sql);
    refused(record);
  }

  @Test
  void Abuse_119_secretsSwappedBetweenRowsAreRefused() {
    files.tamper(
        "UPDATE secret SET sealed = (SELECT other.sealed FROM secret other WHERE"
            + " other.account = '444455556666' AND other.kind = secret.kind)"
            + " WHERE account = '111122223333'");
    refused("secret 111122223333");
  }

  @Test
  void Abuse_119_aRowThatIsPutBackToAnEarlierStateIsRefused() {
    String row = " FROM secret WHERE account = '444455556666' AND kind = 'ACCESS_KEY'";
    files.tamper("CREATE TABLE old AS SELECT *" + row);
    try (Store store = files.open()) {
      Change third = Change.NONE.andSecret(KEY, SecretText.of("third"));
      store.accounts().write(TWO, _ -> staged(TWO, third));
    }
    assertDoesNotThrow(() -> files.open().close());
    files.tamper("DELETE" + row);
    files.tamper("INSERT INTO secret SELECT * FROM old");
    refused("account 444455556666");
  }

  @Test
  void Abuse_145_anAlteredPastIsRefusedWhenItIsLookedAt() {
    files.tamper("UPDATE account_change SET json = '[]' WHERE account = '111122223333'");
    try (Store store = files.open()) {
      StoreFailure failure = assertThrows(StoreFailure.class, () -> store.history().at(ONE, 1));
      assertTrue(
          String.valueOf(failure.getMessage()).contains("account_change 111122223333"),
          failure.toString());
      assertTrue(store.history().at(TWO, 1).isPresent());
    }
  }

  @Test
  void refusingLeavesTheDirectoryFree() {
    files.tamper("UPDATE account SET version = version + 1 WHERE id = '444455556666'");
    refused("account 444455556666");
    files.tamper("UPDATE account SET version = version - 1 WHERE id = '444455556666'");
    assertDoesNotThrow(() -> files.open().close());
  }

  /// Returns 1 if the store is refused, 0 if nothing is missing from it.
  private int refusedOrWhole(String contents, String message) {
    try {
      assertEquals(contents, contents(), message);
      return 0;
    } catch (StoreFailure e) {
      assertTrue(
          String.valueOf(e.getMessage()).contains(files.database().toString()), message + ": " + e);
      return 1;
    } finally {
      for (String beside : Set.of("-wal", "-shm")) {
        deleteIfThere(Path.of(files.database() + beside));
      }
    }
  }

  private static void deleteIfThere(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void refused(String where) {
    StoreFailure failure = assertThrows(StoreFailure.class, () -> files.open().close());
    assertTrue(String.valueOf(failure.getMessage()).contains(where), failure.getMessage());
  }

  /// Everything that counts in the store, as text.
  private String contents() {
    try (Store store = files.open()) {
      StringBuilder text = new StringBuilder();
      for (AccountId id : store.accounts().accounts()) {
        var account = store.accounts().published(id).home();
        TreeMap<String, String> entities = new TreeMap<>();
        account.entities().forEach(e -> entities.put(e.key().toString(), e.toString()));
        text.append(id).append(account.version()).append(entities);
        for (SecretName name : new SecretName[] {KEY, SEED}) {
          text.append(store.secrets().find(id, name).map(SecretText::reveal));
        }
      }
      return text.append(store.tokenKeys().byId(1).isPresent()).toString();
    }
  }
}
