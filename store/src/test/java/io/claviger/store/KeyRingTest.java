package io.claviger.store;

import static io.claviger.store.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.TokenKeys.TokenKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyRingTest {

  @TempDir Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

  @Test
  void aKeyIsUsedForItsTimeAndThenReplaced() {
    try (Store store = open()) {
      TokenKey first = store.tokenKeys().current();
      now.set(NOW.plus(KeyRing.IN_USE).minusSeconds(1));
      assertEquals(first, store.tokenKeys().current());
      now.set(NOW.plus(KeyRing.IN_USE));
      TokenKey second = store.tokenKeys().current();
      assertEquals(first.id() + 1, second.id());
      assertNotEquals(first.key(), second.key());
    }
  }

  @Test
  void aRetiredKeyOpensTokensUntilTheLastOfThemHasExpired() {
    TokenKey first;
    try (Store store = open()) {
      first = store.tokenKeys().current();
      now.set(NOW.plus(KeyRing.IN_USE));
      store.tokenKeys().current();
      now.set(NOW.plus(KeyRing.IN_USE).plus(KeyRing.RETIRED).minusSeconds(1));
      store.sweep();
      assertEquals(Optional.of(first), store.tokenKeys().byId(first.id()));
    }
    try (Store store = open()) {
      assertEquals(Optional.of(first), store.tokenKeys().byId(first.id()));
      now.set(NOW.plus(KeyRing.IN_USE).plus(KeyRing.RETIRED));
      assertTrue(store.tokenKeys().byId(first.id()).isEmpty());
      store.sweep();
    }
    assertEquals(1, new StoreFiles(folder).tamper("DELETE FROM token_key"));
  }

  @Test
  void aKeyThatIsOverdueButNotReplacedStillOpensItsTokens() {
    try (Store store = open()) {
      TokenKey first = store.tokenKeys().current();
      now.set(NOW.plus(KeyRing.IN_USE.multipliedBy(10)));
      store.sweep();
      assertEquals(Optional.of(first), store.tokenKeys().byId(first.id()));
    }
  }

  @Test
  void aKeyIsNotPrinted() {
    try (Store store = open()) {
      TokenKey key = store.tokenKeys().current();
      String printed = key.toString();
      assertFalse(printed.contains(Integer.toHexString(key.key().hashCode())), printed);
      assertFalse(printed.contains(HexFormat.of().formatHex(key.key().getEncoded())), printed);
    }
  }

  private Store open() {
    return new StoreFiles(folder, now::get).open();
  }
}
