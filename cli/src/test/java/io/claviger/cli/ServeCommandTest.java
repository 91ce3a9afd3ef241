package io.claviger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.server.RootCredentials;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ServeCommandTest {

  private final StringWriter said = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setErr(new PrintWriter(said));
    line.setOut(new PrintWriter(said));
    return line.execute(arguments);
  }

  @Test
  void openAddressWithoutTlsIsRefused() {
    assertEquals(2, run("serve", "--ephemeral", "--listen", "0.0.0.0"));
    assertTrue(said.toString().contains("--tls-cert"), said::toString);
  }

  @Test
  void certificateWithoutKeyIsRefused() {
    assertEquals(2, run("serve", "--ephemeral", "--tls-cert", "server.pem"));
  }

  /// Root's key is shown once: it must not be made and then lost.
  @Test
  void noAccountIsMadeWhoseKeyCannotBeHandedOut(@TempDir Path folder) throws IOException {
    String data = folder.resolve("data").toString();
    Path taken = Files.writeString(folder.resolve("taken"), "mine");
    assertEquals(
        1, run("account", "create", "--data", data, "--root-credentials-file", taken.toString()));
    assertEquals("mine", Files.readString(taken));
    assertEquals(0, run("account", "list", "--data", data));
    assertTrue(said.toString().endsWith("ROLES\n"), said::toString);
  }

  @Test
  void credentialsAreHandedOutInTheFileAlone(@TempDir Path folder) throws IOException {
    String data = folder.resolve("data").toString();
    Path file = folder.resolve("root.credentials");
    assertEquals(
        0, run("account", "create", "--data", data, "--root-credentials-file", file.toString()));
    RootCredentials root = RootCredentials.read(file);
    assertEquals(40, root.secret().reveal().length());
    assertFalse(said.toString().contains(root.secret().reveal()));
    assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "abcdefghijkl", "1234567890123"})
  void accountIdHasTwelveDigits(String id) {
    assertEquals(2, run("serve", "--ephemeral", "--account", id));
    assertTrue(said.toString().contains("12 digits"), said::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "account", "root", "configure"})
  void helpHasExamples(String command) {
    assertEquals(0, run(command, "--help"));
    assertTrue(said.toString().contains("Examples:"), said::toString);
  }
}
