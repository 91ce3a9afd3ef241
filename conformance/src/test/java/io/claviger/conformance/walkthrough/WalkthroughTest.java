package io.claviger.conformance.walkthrough;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The README and the walk-through, command by command, with Debian's AWS CLI against the packaged
/// server. `-Dclaviger.write=true` writes what was printed into the documents.
@DisabledIfSystemProperty(named = "claviger.packaged", matches = "false")
class WalkthroughTest {

  private static final boolean WRITE = Boolean.getBoolean("claviger.write");
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private @Nullable Served served;
  private String serveCommand = "";

  @Test
  void everyCommandPrintsWhatTheDocumentsSay(@TempDir Path folder) throws Exception {
    Files.createSymbolicLink(folder.resolve("claviger"), ROOT.resolve("claviger"));
    List<String> differences = new ArrayList<>();
    try (Terminal terminal = new Terminal(folder)) {
      for (Path document : documents()) {
        run(document, folder, terminal, differences);
      }
      assertEquals(List.of(), differences);
      everyAnsweredWriteOutlivesKillMinusNine(folder, terminal);
    } finally {
      if (served != null) {
        served.close();
      }
    }
  }

  private void everyAnsweredWriteOutlivesKillMinusNine(Path folder, Terminal terminal)
      throws Exception {
    List<String> before = inventory(terminal);
    Objects.requireNonNull(served).kill();
    served = Served.start(serveCommand, folder);
    assertEquals(before, inventory(terminal));
    assertTrue(before.size() > 50, () -> "an inventory of so little: " + before);
  }

  private static List<String> inventory(Terminal terminal) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String list :
        List.of(
            "list-users",
            "list-groups",
            "list-roles",
            "list-policies --scope Local",
            "list-virtual-mfa-devices",
            "list-account-aliases",
            "get-account-password-policy",
            "get-account-summary",
            "get-group --group-name Admins",
            "list-attached-group-policies --group-name Admins",
            "list-user-policies --user-name carl",
            "list-access-keys --user-name MyAppUser",
            "get-role-policy --role-name MyAppRole --policy-name Read")) {
      lines.addAll(terminal.run("aws iam " + list));
    }
    return lines;
  }

  private void run(Path document, Path folder, Terminal terminal, List<String> differences)
      throws Exception {
    ConsoleDocument script = ConsoleDocument.parse(Files.readAllLines(document));
    List<ConsoleDocument.Part> recorded = new ArrayList<>();
    for (ConsoleDocument.Part part : script.parts()) {
      if (!(part instanceof ConsoleDocument.Part.Command command)) {
        recorded.add(part);
        continue;
      }
      List<String> printed = perform(command, folder, terminal);
      recorded.add(
          new ConsoleDocument.Part.Command(
              command.kind(), command.source(), ExpectedOutput.record(printed)));
      if (!WRITE && !ExpectedOutput.matches(command.output(), printed)) {
        differences.add(
            document.getFileName()
                + ": "
                + command.text()
                + "\n--- the document says\n"
                + String.join("\n", command.output())
                + "\n--- printed\n"
                + String.join("\n", printed));
      }
    }
    if (WRITE) {
      Files.write(document, new ConsoleDocument(recorded).print());
    }
  }

  private List<String> perform(ConsoleDocument.Part.Command command, Path folder, Terminal terminal)
      throws Exception {
    return switch (command.kind()) {
      case SHELL -> terminal.run(command.text());
      case SERVE -> {
        serveCommand = command.text();
        served = Served.start(serveCommand, folder);
        // A second start, after a kill, must not ask for what the first one did.
        serveCommand = "./claviger serve";
        yield served.output();
      }
      case STOP -> {
        Objects.requireNonNull(served).stop();
        yield command.output();
      }
    };
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    try (Stream<Path> chapters = Files.list(ROOT.resolve("examples/walkthrough"))) {
      chapters
          .filter(path -> path.toString().endsWith(".md"))
          .sorted(Comparator.comparingInt(WalkthroughTest::number))
          .forEach(documents::add);
    }
    return documents;
  }

  /// The number that a chapter's file begins with.
  private static int number(Path chapter) {
    String name = chapter.getFileName().toString();
    return Integer.parseInt(name.substring(0, name.indexOf('-')));
  }
}
