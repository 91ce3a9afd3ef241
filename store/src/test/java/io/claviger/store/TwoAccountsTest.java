package io.claviger.store;

import static io.claviger.store.Samples.NOW;
import static io.claviger.store.Samples.ONE;
import static io.claviger.store.Samples.TWO;
import static io.claviger.store.Samples.event;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Activity;
import io.claviger.account.Change;
import io.claviger.account.SecretName;
import io.claviger.account.User;
import io.claviger.base.AccountId;
import io.claviger.base.SecretText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two accounts that have everything by the same names and ids.
final class TwoAccountsTest {

  private static final SecretName SECRET = new SecretName(SecretName.Kind.PASSWORD, "AIDA1");

  @TempDir Path folder;

  @Test
  void Abuse_045_identicalNamesInTwoAccountsNeverMix() {
    StoreFiles files = new StoreFiles(folder);
    try (Store store = files.open()) {
      fill(store, ONE, "/one/");
      fill(store, TWO, "/two/");
      assertApart(store);
      assertTrue(store.usedOnce().claim(ONE, "totp", "1", NOW));
      assertTrue(store.usedOnce().claim(TWO, "totp", "1", NOW));
    }
    try (Store store = files.open()) {
      assertApart(store);
      assertFalse(store.usedOnce().claim(TWO, "totp", "1", NOW));
      Change gone = Change.remove(user("/one/").key()).andErase(SECRET);
      store.accounts().write(ONE, _ -> Samples.staged(ONE, gone));
      assertTrue(store.accounts().published(ONE).home().users().named("same").isEmpty());
      assertTrue(store.secrets().find(ONE, SECRET).isEmpty());
      assertHas(store, TWO, "/two/");
    }
    try (Store store = files.open()) {
      assertHas(store, TWO, "/two/");
      assertTrue(store.secrets().find(ONE, SECRET).isEmpty());
    }
  }

  private static void fill(Store store, AccountId account, String path) {
    Samples.createAccount(store, account);
    Change change = Change.put(user(path)).andSecret(SECRET, SecretText.of("secret of " + path));
    store
        .accounts()
        .write(account, _ -> new AccountStore.Staged<>(change, event(account, path), true));
    store
        .activity()
        .record(account, Activity.Kind.PASSWORD, "AIDA1", new Activity.Use(NOW, path, ""));
  }

  private static void assertApart(Store store) {
    assertHas(store, ONE, "/one/");
    assertHas(store, TWO, "/two/");
  }

  private static void assertHas(Store store, AccountId account, String path) {
    assertEquals(
        List.of(user(path)),
        store.accounts().published(account).home().users().inOrder(null).toList());
    assertEquals(
        Optional.of(SecretText.of("secret of " + path)), store.secrets().find(account, SECRET));
    assertEquals(path, store.auditTrail().events(account, NOW, 10).get(1).eventName());
    assertEquals(
        path,
        store.activity().lastUse(account, Activity.Kind.PASSWORD, "AIDA1").orElseThrow().service());
  }

  private static User user(String path) {
    return Samples.user("AIDA1", "same").renamed(path, "same");
  }
}
