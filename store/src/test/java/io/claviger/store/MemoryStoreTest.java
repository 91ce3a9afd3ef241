package io.claviger.store;

final class MemoryStoreTest extends AccountStoreContract {

  @Override
  Store open() {
    return Store.inMemory(() -> Samples.NOW);
  }
}
