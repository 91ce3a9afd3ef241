package io.claviger.cli;

import io.claviger.server.AccountSetup;
import io.claviger.store.Store;
import java.security.SecureRandom;
import java.time.InstantSource;

/// Opens a data directory without a server.
final class Offline {

  private Offline() {}

  static Store open(DataOptions data) {
    return Store.open(data.data(), data.keyFile(), InstantSource.system(), new SecureRandom());
  }

  static AccountSetup setup(Store store) {
    return new AccountSetup(
        store,
        InstantSource.system(),
        new SecureRandom(),
        System.getProperty("user.name", "unknown"));
  }
}
