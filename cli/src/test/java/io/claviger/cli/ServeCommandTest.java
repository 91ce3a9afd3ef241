package io.claviger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
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
