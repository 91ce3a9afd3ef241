package io.claviger.conformance.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.conformance.operation.Premises;
import io.claviger.server.RootCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/// Debian's AWS CLI and boto3 and the SDK for JavaScript play `src/test/clients/scenario.jsonl`.
@DisabledIfSystemProperty(named = "claviger.packaged", matches = "false")
class ClientsTest {

  private static final Path FILES = Path.of("src/test/clients").toAbsolutePath();
  private static final Path SCENARIO = FILES.resolve("scenario.jsonl");
  private static final Path JAVASCRIPT = FILES.resolve("javascript");
  private static final String PYTHON = FILES.resolve("python/run.py").toString();

  /// The first is the newest, with which the others are compared.
  private static final List<Client> CLIENTS =
      List.of(
          new Client("JavaScript", List.of("node", JAVASCRIPT.resolve("run.mjs").toString())),
          new Client("boto3", List.of("/usr/bin/python3", PYTHON, "boto3")),
          new Client("AWS CLI", List.of("/usr/bin/python3", PYTHON, "cli")));

  private final Variables texts = Variables.make();
  private final List<String> differences = new ArrayList<>();

  @Test
  void allClientsGetTheSameAnswers(@TempDir Path folder) throws Exception {
    List<Step> steps = Step.read(SCENARIO);
    installJavaScript();
    Map<Client, List<Answer>> answers = new LinkedHashMap<>();
    try (Premises premises = new Premises()) {
      for (Client client : CLIENTS) {
        answers.put(client, play(client, premises, folder));
      }
    }
    answers.forEach((client, given) -> check(client, steps, given));
    answers.forEach((client, given) -> compare(client, steps, given, answers));
    assertEquals("", String.join("\n", differences));
  }

  private void check(Client client, List<Step> steps, List<Answer> answers) {
    assertEquals(steps.size(), answers.size(), client.toString());
    int unknown = 0;
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      Answer answer = answers.get(i);
      if (answer.isUnknown()) {
        unknown++;
      } else if (!isAsExpected(step, answer)) {
        differences.add(client + ": " + step.line() + "\n  " + answer);
      }
    }
    // What a client doesn't know is tested through the others: most of it, all know.
    assertTrue(unknown * 10 < steps.size(), client + " does not know " + unknown);
    assertFalse(client.equals(CLIENTS.getFirst()) && unknown > 0, "the newest knows all");
    System.out.printf("%s: %d steps, %d unknown%n", client, steps.size(), unknown);
  }

  private static boolean isAsExpected(Step step, Answer answer) {
    if (answer.failure() != null || !Objects.equals(step.refused(), answer.error())) {
      return false;
    }
    JsonNode out = answer.out();
    JsonNode gives = step.gives();
    return gives == null || (out != null && Step.holds(out, Answer.plain(gives, "${account}")));
  }

  /// A client of an older version leaves out what it does not know; what it shows is the same.
  private void compare(
      Client client, List<Step> steps, List<Answer> answers, Map<Client, List<Answer>> all) {
    Client newest = CLIENTS.getFirst();
    List<Answer> first = Objects.requireNonNull(all.get(newest));
    for (int i = 0; i < answers.size(); i++) {
      JsonNode out = answers.get(i).out();
      JsonNode expected = first.get(i).out();
      if (out != null && (expected == null || !Step.holds(expected, out))) {
        differences.add(
            "%s%n  %s: %s%n  %s: %s".formatted(steps.get(i).line(), newest, expected, client, out));
      }
    }
  }

  private List<Answer> play(Client client, Premises premises, Path folder)
      throws IOException, InterruptedException {
    RootCredentials root = premises.newRoot();
    Path variables = folder.resolve("variables.json");
    Files.writeString(variables, texts.json(root.account().digits()));
    Path printed = folder.resolve("printed");
    List<String> command = new ArrayList<>(client.command());
    command.addAll(List.of(SCENARIO.toString(), variables.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(printed.toFile())
            .redirectError(folder.resolve("errors").toFile());
    builder.environment().clear();
    builder.environment().putAll(environment(root, premises, folder));
    run(builder, folder.resolve("errors"));
    return Files.readAllLines(printed).stream()
        .map(line -> Answer.parse(line, root.account().digits()))
        .toList();
  }

  private static void run(ProcessBuilder builder, Path errors)
      throws IOException, InterruptedException {
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(180, TimeUnit.SECONDS), "no end: " + builder.command());
      assertEquals(0, process.exitValue(), () -> builder.command() + ": " + text(errors));
    } finally {
      process.destroyForcibly();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /// Nothing of the machine's own configuration counts.
  private static Map<String, String> environment(
      RootCredentials root, Premises premises, Path home) {
    return Map.of(
        "PATH", System.getenv("PATH"),
        "HOME", home.toString(),
        "LC_ALL", "C.UTF-8",
        "AWS_ACCESS_KEY_ID", root.accessKeyId(),
        "AWS_SECRET_ACCESS_KEY", root.secret().reveal(),
        "AWS_EC2_METADATA_DISABLED", "true",
        "CLAVIGER_ENDPOINT", premises.endpoint().toString());
  }

  /// Fetches the packages that the lock names, once.
  private static void installJavaScript() throws IOException, InterruptedException {
    Path lock = JAVASCRIPT.resolve("package-lock.json");
    Path installed = JAVASCRIPT.resolve("node_modules/.installed-lock");
    if (Files.exists(installed) && Files.mismatch(lock, installed) < 0) {
      return;
    }
    Path errors = Files.createTempFile("npm", ".log");
    run(
        new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            .directory(JAVASCRIPT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(errors.toFile()),
        errors);
    Files.copy(lock, installed);
    Files.delete(errors);
  }
}
