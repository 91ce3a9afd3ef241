package io.claviger.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStoreTest extends AccountStoreContract {

  @TempDir Path directory;

  @Override
  Store open() {
    Path data = directory.resolve("data");
    return Store.open(data, Store.defaultKeyFile(data), () -> Samples.NOW, new SecureRandom());
  }
}
