package io.claviger.cli;

import io.claviger.store.Store;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the data is: shared by every command that opens it.
final class DataOptions {

  @Option(
      names = "--data",
      defaultValue = "./claviger-data",
      paramLabel = "DIR",
      description = "The data directory. Default: ${DEFAULT-VALUE}")
  private Path data = Path.of("");

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description =
          "The file with the key that seals all secrets, or a link to it; it must not be in the data"
              + " directory. Default: the data directory's name with .key")
  private @Nullable Path keyFile;

  Path data() {
    return data.toAbsolutePath().normalize();
  }

  Path keyFile() {
    Path given = keyFile;
    return given != null ? given.toAbsolutePath().normalize() : Store.defaultKeyFile(data());
  }
}
