package io.claviger.conformance.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Pages that point at each other.
class DocumentsTest {

  private static final Path DECISIONS = Repository.ROOT.resolve("docs/decisions");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

  @Test
  void everyLinkToAFileFindsIt() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : Repository.files()) {
      if (page.toString().endsWith(".md")) {
        broken.addAll(broken(page, Files.readString(page)));
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void brokenLinkIsFound() {
    Path page = Repository.ROOT.resolve("README.md");
    assertEquals(
        List.of("README.md: nowhere.md"),
        broken(page, "[a](nowhere.md#part) [b](LICENSE) [c](https://example.org/x)"));
  }

  private static List<String> broken(Path page, String text) {
    return LINK.matcher(text)
        .results()
        .map(link -> link.group(1))
        .filter(link -> !Files.exists(page.resolveSibling(link)))
        .map(link -> Repository.ROOT.relativize(page) + ": " + link)
        .toList();
  }

  @Test
  void everyDecisionIsListedUnderItsNumber() throws IOException {
    String list = Files.readString(DECISIONS.resolve("README.md"));
    try (Stream<Path> files = Files.list(DECISIONS)) {
      for (Path file : files.filter(f -> !f.endsWith("README.md")).sorted().toList()) {
        String name = file.getFileName().toString();
        String title = Files.readAllLines(file).getFirst();
        assertTrue(title.startsWith("# " + name.substring(0, 4) + " "), name + ": " + title);
        assertTrue(
            list.contains("(" + name + ")"), "docs/decisions/README.md does not list " + name);
      }
    }
  }
}
