package io.claviger.store;

import io.claviger.base.FileReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A data directory that this process holds until it is closed; no other process opens it so long.
final class DataDirectory implements AutoCloseable {

  private static final Set<PosixFilePermission> OWN_DIRECTORY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWN_FILE =
      PosixFilePermissions.fromString("rw-------");

  private final Path path;
  private final FileChannel lockFile;

  private DataDirectory(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /// Makes the directory if it is not there, and holds it.
  ///
  /// @throws StoreFailure if another process holds it, others may write to it, or the disk fails
  static DataDirectory hold(Path directory) {
    Path path = directory.toAbsolutePath().normalize();
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path, PosixFilePermissions.asFileAttribute(OWN_DIRECTORY));
      }
      refuseIfOthersMayWrite(path);
      FileChannel lockFile =
          FileChannel.open(
              path.resolve("lock"),
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(OWN_FILE));
      try {
        if (tryLock(lockFile) == null) {
          throw new StoreFailure(
              "Data directory %s is in use by another process (%s): stop it first"
                  .formatted(path, read(lockFile)));
        }
        lockFile.truncate(0);
        lockFile.write(utf8("pid " + ProcessHandle.current().pid()));
      } catch (IOException | RuntimeException e) {
        lockFile.close();
        throw e;
      }
      return new DataDirectory(path, lockFile);
    } catch (IOException e) {
      throw new StoreFailure(
          "Data directory " + path + " cannot be opened: " + FileReason.of(e), e);
    }
  }

  Path database() {
    return path.resolve("claviger.db");
  }

  /// Whether a database was ever made here.
  boolean hasDatabase() {
    return Files.exists(database());
  }

  /// Makes the database, if there is none. A crash leaves none or all of it, so that an empty file
  /// in its place is known for what it is: a database that was lost.
  ///
  /// @param maker makes it in an empty file that only the owner may read; SQLite gives the files
  ///   beside it the same permissions
  void makeDatabase(Consumer<Path> maker) {
    if (hasDatabase()) {
      return;
    }
    Path fresh = path.resolve("claviger.db.new");
    try {
      for (String suffix : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(path.resolve(fresh.getFileName() + suffix));
      }
      Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWN_FILE));
      maker.accept(fresh);
      Files.move(fresh, database(), StandardCopyOption.ATOMIC_MOVE);
      sync(path);
    } catch (IOException e) {
      throw new StoreFailure("Database " + database() + " cannot be made: " + e, e);
    }
  }

  /// Makes the entries of a directory durable.
  static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new StoreFailure("Data directory " + path + " cannot be let go: " + e, e);
    }
  }

  private static void refuseIfOthersMayWrite(Path path) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
    if (permissions.contains(PosixFilePermission.GROUP_WRITE)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new StoreFailure(
          "Data directory %s can be written by others (%s): run chmod 0700 on it"
              .formatted(path, PosixFilePermissions.toString(permissions)));
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null; // This very process holds it.
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(64);
    channel.read(bytes, 0);
    return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
  }

  private static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
