package io.claviger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.server.RootCredentials;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ServeCommandTest {

  private static final String ONE = "111122223333";

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

  @ParameterizedTest
  @ValueSource(strings = {"--data", "--key-file"})
  void dataThatWouldNotBeKeptIsRefused(String option, @TempDir Path folder) {
    assertEquals(2, run("serve", "--ephemeral", option, folder.resolve("data").toString()));
    assertTrue(said.toString().contains("--ephemeral keeps nothing"), said::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account list",
        "account quotas --account 111122223333",
        "account rotate-signing-keys --account 111122223333",
        "root reset-credentials --account 111122223333"
      })
  void directoryThatIsNotThereIsNotMade(String command, @TempDir Path folder) throws IOException {
    Path data = folder.resolve("misspelt");
    String[] words = (command + " --data " + data).split(" ", -1);
    assertEquals(1, run(words));
    assertTrue(said.toString().contains("There is no data directory " + data), said::toString);
    try (Stream<Path> made = Files.list(folder)) {
      assertEquals(0, made.count());
    }
  }

  @Test
  void whatCannotBeReadIsSaidInWords(@TempDir Path folder) {
    Path none = folder.resolve("none");
    assertEquals(1, run("serve", "--ephemeral", "--port", "0", "--partners", none.toString()));
    assertEquals(
        "claviger: " + none + " could not be read: it does not exist, or its folder doesn't\n",
        said.toString());
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
  void quotaIsAdjustedForOneAccountByTheNameThatAwsPrints(@TempDir Path folder) {
    String data = folder.resolve("data").toString();
    String file = folder.resolve("root.credentials").toString();
    create(data, file);
    assertEquals(0, quotas(data, ONE, "--set", "UsersPerAccount=100000"));
    assertTrue(
        said.toString().contains("UsersPerAccount                      100000       5000\n"));
    assertEquals(0, quotas(data, ONE));
    assertTrue(
        said.toString().contains("UsersPerAccount                      100000       5000\n"));
    assertTrue(
        said.toString().contains("RolesPerAccount                        1000       1000\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UsersPerAccount=0", "UsersPerAccount=x", "Cats=7", "Users"})
  void quotaThatIsNoneIsRefused(String set, @TempDir Path folder) {
    String data = folder.resolve("data").toString();
    String file = folder.resolve("root.credentials").toString();
    create(data, file);
    assertNotEquals(0, quotas(data, ONE, "--set", set));
    assertNotEquals(0, quotas(data, "444455556666", "--set", "UsersPerAccount=7"));
    assertEquals(0, quotas(data, ONE));
    assertTrue(
        said.toString().contains("UsersPerAccount                        5000       5000\n"));
  }

  private void create(String data, String file) {
    assertEquals(
        0,
        run(
            "account",
            "create",
            "--data",
            data,
            "--root-credentials-file",
            file,
            "--account",
            ONE));
  }

  private int quotas(String data, String account, String... set) {
    said.getBuffer().setLength(0);
    Stream<String> command = Stream.of("account", "quotas", "--data", data, "--account", account);
    return run(Stream.concat(command, Stream.of(set)).toArray(String[]::new));
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
  @ValueSource(strings = {"serve", "account", "root", "configure", "simulate", "validate"})
  void helpHasExamples(String command) {
    assertEquals(0, run(command, "--help"));
    assertTrue(said.toString().contains("Examples:"), said::toString);
  }
}
