package io.claviger.conformance.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.testkit.DecisionTables;
import java.io.BufferedReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `./claviger simulate` and `validate` as a user starts them.
@DisabledIfSystemProperty(named = "claviger.packaged", matches = "false")
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class PackagedToolsTest {

  private static final String CLAVIGER =
      Path.of("../claviger").toAbsolutePath().normalize().toString();

  private static final List<String> SIMULATE = List.of(CLAVIGER, "simulate", "--cases", "-");

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// The value of a member of flat JSON.
  private static String member(String name, String json) {
    String start = "\"" + name + "\":\"";
    int from = json.indexOf(start) + start.length();
    return json.substring(from, json.indexOf('"', from));
  }

  @Test
  void everyRowOfTheTablesIsDecidedAsItsRuleSays() throws Exception {
    List<String> rows = DecisionTables.all().map(row -> row.replace("\": \"", "\":\"")).toList();
    Ran ran = Ran.of(SIMULATE, utf8(String.join("\n", rows)));
    List<String> answers = ran.out().lines().toList();

    assertEquals(0, ran.status());
    assertEquals("", ran.err());
    assertEquals(rows.size(), answers.size());
    for (int i = 0; i < rows.size(); i++) {
      String answer = answers.get(i);
      assertEquals(member("id", rows.get(i)), member("id", answer), answer);
      assertEquals(member("decision", rows.get(i)), member("decision", answer), answer);
    }
  }

  @Test
  void hostileLinesAreAnsweredAndTheStatusIsZero() throws Exception {
    String good = DecisionTables.all().findFirst().orElseThrow();
    String hostile = "\n\0\n[[[[\n{\"id\":\"x\"\n\"" + "y".repeat(5_000_000) + "\"\n";
    Ran ran = Ran.of(SIMULATE, utf8(good + hostile + good));
    assertEquals(0, ran.status());
    assertEquals(6, ran.out().lines().count(), ran::out);
    assertEquals(4, ran.out().lines().filter(line -> line.contains("\"error\":")).count());
  }

  @Test
  void whoWaitsForAnAnswerHasItBeforeTheNextQuestion() throws Exception {
    Process process = new ProcessBuilder(SIMULATE).start();
    String row = DecisionTables.all().findFirst().orElseThrow();
    try (Writer in = process.outputWriter(StandardCharsets.UTF_8);
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (int i = 0; i < 3; i++) {
        in.write(row + "\n");
        in.flush();
        assertTrue(out.readLine().contains("\"decision\":"));
      }
    }
    assertEquals(0, process.waitFor());
  }

  @Test
  void aReaderThatHasEnoughEndsItQuietly() throws Exception {
    String row = DecisionTables.all().findFirst().orElseThrow();
    Path cases = Files.createTempFile("cases", ".jsonl");
    try {
      Files.writeString(cases, (row + "\n").repeat(50_000));
      String pipe =
          "set -o pipefail; '%s' simulate --cases '%s' | head -n 1; echo $?"
              .formatted(CLAVIGER, cases);
      Ran ran = Ran.of(List.of("/bin/bash", "-c", pipe), new byte[0]);
      assertEquals("", ran.err());
      assertEquals("141", ran.out().lines().toList().getLast(), ran::out);
    } finally {
      Files.delete(cases);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "simulate --managed ReadOnlyAccess --action s3:GetObject --expect allowed, 0",
    "simulate --managed ReadOnlyAccess --action s3:PutObject --expect allowed, 1",
    "simulate --identity no-such-file --action s3:GetObject, 2",
    "simulate --cases no-such-file, 2",
    "simulate --cases /, 2",
    "simulate, 2",
    "validate /dev/null, 1",
    "validate no-such-file, 2"
  })
  void theStatusIsTheCommands(String command, int status) throws Exception {
    Ran ran = Ran.of(List.of("/bin/bash", "-c", "'" + CLAVIGER + "' " + command), new byte[0]);
    assertEquals(status, ran.status(), () -> ran.out() + ran.err());
    assertTrue(!ran.err().contains("Exception"), ran::err);
  }
}
