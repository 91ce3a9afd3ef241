package io.claviger.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;

/// A data directory in a test's folder, opened as often as a test likes.
///
/// @param clock what time it is for the stores that are opened
record StoreFiles(Path folder, InstantSource clock) {

  StoreFiles(Path folder) {
    this(folder, () -> Samples.NOW);
  }

  Path data() {
    return folder.resolve("data");
  }

  Path database() {
    return data().resolve("claviger.db");
  }

  Path key() {
    return Store.defaultKeyFile(data());
  }

  StoreFiles at(Instant now) {
    return new StoreFiles(folder, () -> now);
  }

  Store open() {
    return Store.open(data(), key(), clock, new SecureRandom());
  }

  /// Runs SQL past the store, as somebody does who can write to the file; the store must be closed.
  int tamper(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
        var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
