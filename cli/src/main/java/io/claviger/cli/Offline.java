package io.claviger.cli;

import io.claviger.server.AccountSetup;
import io.claviger.server.http.StartupFailure;
import io.claviger.store.Store;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.InstantSource;

/// Opens a data directory.
final class Offline {

  private Offline() {}

  /// Opens the directory, or makes it.
  static Store open(DataOptions data) {
    return Store.open(data.data(), data.keyFile(), InstantSource.system(), new SecureRandom());
  }

  /// Opens one that is there. A directory that is not is more likely misspelt than meant to be
  /// made.
  ///
  /// @throws StartupFailure when there is none
  static Store openExisting(DataOptions data) {
    if (!Files.isDirectory(data.data())) {
      throw new StartupFailure(
          "There is no data directory "
              + data.data()
              + ". --data names another; ./claviger serve makes one.");
    }
    return open(data);
  }

  static AccountSetup setup(Store store) {
    return new AccountSetup(
        store,
        InstantSource.system(),
        new SecureRandom(),
        System.getProperty("user.name", "unknown"));
  }
}
