package io.claviger.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When a data directory or key file is not as it should be, nothing opens, and the message says
/// what to do.
final class RefusalTest {

  @TempDir Path folder;
  private StoreFiles files;

  @BeforeEach
  void openOnce() {
    files = new StoreFiles(folder);
    files.open().close();
  }

  @Test
  void theFirstStartMakesWhatOnlyTheOwnerCanRead() throws IOException {
    assertEquals("rwx------", permissions(files.data()));
    assertEquals("rw-------", permissions(files.database()));
    assertEquals("r--------", permissions(files.key()));
    assertEquals(32, Files.size(files.key()));
    assertEquals(folder.resolve("data.key"), files.key());
    try (Store store = files.open()) {
      Samples.createAccount(store, Samples.ONE);
      assertEquals("rw-------", permissions(Path.of(files.database() + "-wal")));
    }
  }

  @Test
  void Abuse_120_aMissingKeyFileIsNotMadeAnew() throws IOException {
    Path away = folder.resolve("away");
    Files.move(files.key(), away);
    refused("put it back");
    assertFalse(Files.exists(files.key()));
    Files.move(away, files.key());
    files.open().close();
  }

  @Test
  void Abuse_120_aWrongKeyFileIsRefused() throws IOException {
    byte[] key = Files.readAllBytes(files.key());
    key[31] ^= 1;
    replaceKey(key);
    refused("made with another key");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33})
  void Abuse_120_aKeyFileOfAnotherLengthIsRefused(int length) throws IOException {
    replaceKey(new byte[length]);
    refused("has " + length + " bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"r-----r--", "r--r-----", "rw--w----", "r------w-", "r-------x"})
  void Abuse_120_aKeyFileThatIsOpenToOthersIsRefused(String permissions) throws IOException {
    Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString(permissions));
    refused("chmod 0400");
    Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString("rw-------"));
    assertDoesNotThrow(() -> files.open().close());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwxrwx", "rwxrwx---", "rwx----w-"})
  void Abuse_120_aDataDirectoryThatOthersMayWriteToIsRefused(String permissions)
      throws IOException {
    Files.setPosixFilePermissions(files.data(), PosixFilePermissions.fromString(permissions));
    refused("chmod 0700");
    Files.setPosixFilePermissions(files.data(), PosixFilePermissions.fromString("rwxr-xr-x"));
    assertDoesNotThrow(() -> files.open().close());
  }

  @Test
  void Abuse_120_aKeyFileInTheDataDirectoryIsRefused() {
    refused("outside", files.data(), files.data().resolve("key"));
  }

  @Test
  void Abuse_120_aLinkIntoTheDataDirectoryIsRefused() throws IOException {
    Path inside = files.data().resolve("key");
    Files.move(files.key(), inside);
    Files.createSymbolicLink(files.key(), inside);
    refused("outside");
    Path alias = Files.createSymbolicLink(folder.resolve("alias"), files.data());
    refused("outside", files.data(), alias.resolve("key"));
    refused("outside", alias, inside);
    refused("outside", folder.resolve("new"), folder.resolve("new/key"));
  }

  @Test
  void aLinkToTheKeyFileIsFollowed() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("key");
    Files.move(files.key(), elsewhere);
    Files.createSymbolicLink(files.key(), elsewhere);
    files.open().close();
    Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("r--r-----"));
    refused("chmod 0400");
  }

  @Test
  void Abuse_120_aLinkThatLeadsNowhereIsNotReplaced() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("not-mounted/key"));
    refused("not there", folder.resolve("new"), link);
    assertTrue(Files.isSymbolicLink(link));
    assertFalse(Files.exists(folder.resolve("new")));
  }

  @Test
  void aDirectoryIsOpenOnlyOnce() {
    Store first = files.open();
    refused("is in use by another process (pid " + ProcessHandle.current().pid() + ")");
    first.close();
    files.open().close();
  }

  @Test
  void Abuse_143_aFirstStartThatDiedIsDoneAgain() throws IOException {
    Files.move(files.database(), files.data().resolve("claviger.db.new"));
    Files.move(files.key(), folder.resolve("data.key.new"));
    try (Store store = files.open()) {
      Samples.createAccount(store, Samples.ONE);
    }
    assertFalse(Files.exists(files.data().resolve("claviger.db.new")));
    assertFalse(Files.exists(folder.resolve("data.key.new")));
    files.open().close();
  }

  private void replaceKey(byte[] key) throws IOException {
    Files.delete(files.key());
    Files.write(files.key(), key);
    Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString("r--------"));
  }

  private void refused(String message) {
    refused(message, files.data(), files.key());
  }

  private void refused(String message, Path data, Path key) {
    StoreFailure failure =
        assertThrows(
            StoreFailure.class,
            () -> Store.open(data, key, files.clock(), new SecureRandom()).close());
    assertTrue(String.valueOf(failure.getMessage()).contains(message), failure.getMessage());
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
