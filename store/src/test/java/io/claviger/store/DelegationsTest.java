package io.claviger.store;

import static io.claviger.store.Samples.NOW;
import static io.claviger.store.Samples.ONE;
import static io.claviger.store.Samples.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.claviger.account.Change;
import io.claviger.account.Delegation;
import io.claviger.account.EntityKind;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A delegation request is taken over by one account at most, whatever the accounts know of each
/// other.
class DelegationsTest {

  private static final Delegation TAKEN = (Delegation) Examples.of(EntityKind.DELEGATION);

  @TempDir private Path folder = Path.of("");

  @Test
  void secondAccountCannotTakeARequestOver() {
    try (Store store = Store.inMemory(() -> NOW, new SecureRandom())) {
      Samples.createAccount(store, ONE);
      Samples.createAccount(store, TWO);
      Samples.put(store, ONE, TAKEN);
      assertEquals(Optional.of(ONE), store.accounts().accountWithDelegation(TAKEN.id()));
      assertThrows(IllegalStateException.class, () -> Samples.put(store, TWO, TAKEN));
      store.accounts().write(ONE, _ -> Samples.staged(ONE, Change.remove(TAKEN.key())));
      assertEquals(Optional.empty(), store.accounts().accountWithDelegation(TAKEN.id()));
      Samples.put(store, TWO, TAKEN);
      assertEquals(Optional.of(TWO), store.accounts().accountWithDelegation(TAKEN.id()));
    }
  }

  @Test
  void whoHasTakenItOverIsKnownAfterARestart() {
    StoreFiles files = new StoreFiles(folder);
    try (Store store = files.open()) {
      Samples.createAccount(store, ONE);
      Samples.put(store, ONE, TAKEN);
    }
    try (Store store = files.open()) {
      assertEquals(Optional.of(ONE), store.accounts().accountWithDelegation(TAKEN.id()));
    }
  }
}
