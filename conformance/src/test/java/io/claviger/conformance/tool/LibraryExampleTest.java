package io.claviger.conformance.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/// The page about the library says what the example is and prints.
class LibraryExampleTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path EXAMPLE = ROOT.resolve("examples/library/MayThey.java");
  private static final Path PAGE = ROOT.resolve("docs/library.md");
  private static final Path JARS = ROOT.resolve("cli/target/dist/lib");

  /// All that the engine needs at run time.
  private static final List<String> NEEDED =
      List.of("claviger-policy-", "claviger-base-", "jackson-core-");

  @Test
  void thePageShowsLinesOfTheExample() throws IOException {
    String example = Files.readString(EXAMPLE).replace("\n    ", "\n");
    String lines = block("java");
    assertEquals(5, lines.lines().filter(line -> line.endsWith(";")).count());
    assertTrue(example.contains(lines), lines);
  }

  @Test
  @DisabledIfSystemProperty(named = "claviger.packaged", matches = "false")
  void theExamplePrintsWhatThePageSaysWithNothingElseOnTheClassPath() throws Exception {
    Ran ran =
        Ran.of(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                classPath(),
                EXAMPLE.toString()),
            new byte[0]);
    assertEquals("", ran.err());
    if (Boolean.getBoolean("claviger.write")) {
      String page = Files.readString(PAGE);
      Files.writeString(
          PAGE, page.replace("```text\n" + block("text") + "```", "```text\n" + ran.out() + "```"));
    }
    assertEquals(block("text"), ran.out());
    assertEquals(0, ran.status());
  }

  private static String classPath() throws IOException {
    try (Stream<Path> jars = Files.list(JARS)) {
      List<String> found =
          jars.filter(jar ->
                  NEEDED.stream().anyMatch(name -> jar.getFileName().toString().startsWith(name)))
              .map(Path::toString)
              .toList();
      assertEquals(NEEDED.size(), found.size(), found::toString);
      return found.stream().collect(Collectors.joining(":"));
    }
  }

  /// The page's first block of that language, without its fences.
  private static String block(String language) throws IOException {
    String page = Files.readString(PAGE);
    String fence = "```" + language + "\n";
    int start = page.indexOf(fence) + fence.length();
    return page.substring(start, page.indexOf("```", start));
  }
}
