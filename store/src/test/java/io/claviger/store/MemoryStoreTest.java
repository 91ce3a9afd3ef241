package io.claviger.store;

import java.security.SecureRandom;

final class MemoryStoreTest extends AccountStoreContract {

  @Override
  Store open() {
    return Store.inMemory(() -> Samples.NOW, new SecureRandom());
  }
}
