package io.claviger.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Set;

/// The file with the key-encryption key: 32 random bytes, readable by its owner only. It may be
/// given as a link, as those who mount secrets do; then all is about the file that it leads to.
final class KeyFile {

  private static final Set<PosixFilePermission> OWNER_READS =
      PosixFilePermissions.fromString("r--------");
  private static final Set<PosixFilePermission> OWNERS =
      PosixFilePermissions.fromString("rwx------");

  private final Path path;
  private final SecureRandom random;

  KeyFile(Path file, SecureRandom random) {
    this.path = file.toAbsolutePath().normalize();
    this.random = random;
  }

  /// Refuses a key file in the data directory, however it is named: a copy of the directory would
  /// open itself.
  ///
  /// @throws StoreFailure if it is in there, or is a link that leads nowhere
  KeyFile outside(Path directory) {
    try {
      if (real(path).startsWith(real(directory.toAbsolutePath().normalize()))) {
        throw new StoreFailure(
            "Key file %s is in the data directory: keep it outside, apart from its backups"
                .formatted(path));
      }
    } catch (IOException e) {
      throw new StoreFailure("Key file " + path + " cannot be found: " + e, e);
    }
    // A new key in its place would hide for good that the one it was meant to lead to is not there.
    if (Files.isSymbolicLink(path) && !Files.exists(path)) {
      throw new StoreFailure(
          "Key file %s is a link to a file that is not there: put that file back, or remove the link"
              .formatted(path));
    }
    return this;
  }

  /// The path with all links followed; what is not there yet is taken as it is named.
  private static Path real(Path path) throws IOException {
    Path there = path;
    while (!Files.exists(there)) {
      there = Objects.requireNonNull(there.getParent(), "The root of the file system");
    }
    return there.toRealPath().resolve(there.relativize(path)).normalize();
  }

  /// The key in the file.
  ///
  /// @throws StoreFailure if there is none, or it is no key, or others may read it
  KeyEncryptionKey read() {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
      if (!OWNERS.containsAll(permissions)) {
        throw new StoreFailure(
            "Key file %s is open to others (%s): run chmod 0400 on it"
                .formatted(path, PosixFilePermissions.toString(permissions)));
      }
      byte[] key = Files.readAllBytes(path);
      if (key.length != KeyEncryptionKey.BYTES) {
        throw new StoreFailure(
            "Key file %s has %d bytes, but a key has %d"
                .formatted(path, key.length, KeyEncryptionKey.BYTES));
      }
      return KeyEncryptionKey.of(key, random);
    } catch (IOException e) {
      throw new StoreFailure("Key file " + path + " cannot be read: " + e, e);
    }
  }

  /// The key in the file, which is made if it is not there. A crash leaves no half a key.
  ///
  /// @throws StoreFailure as [#read]
  KeyEncryptionKey readOrMake() {
    if (!Files.exists(path)) {
      try {
        make();
      } catch (IOException e) {
        throw new StoreFailure("Key file " + path + " cannot be made: " + e, e);
      }
    }
    return read();
  }

  /// As [#read], with a message for the case that only the database is left.
  KeyEncryptionKey readFor(Path database) {
    if (!Files.exists(path)) {
      throw new StoreFailure(
          "Database %s is there, but its key file %s is not: put it back, since nothing else opens"
                  .formatted(database, path)
              + " the secrets in the database");
    }
    return read();
  }

  private void make() throws IOException {
    Path directory = Objects.requireNonNull(path.getParent());
    Path fresh = directory.resolve(path.getFileName() + ".new");
    byte[] key = new byte[KeyEncryptionKey.BYTES];
    random.nextBytes(key);
    Files.deleteIfExists(fresh);
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(OWNER_READS))) {
      channel.write(ByteBuffer.wrap(key));
      channel.force(true);
    }
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    DataDirectory.sync(directory);
  }
}
