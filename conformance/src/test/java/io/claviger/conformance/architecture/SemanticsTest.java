package io.claviger.conformance.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.testkit.DecisionTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// `docs/semantics.md` names every rule of evaluation, and what it names is there.
class SemanticsTest {

  private static final Path PAGE = Repository.ROOT.resolve("docs/semantics.md");

  /// How many rules each section has. A section has a page of AWS's documentation, or a few; its
  /// rules are numbered from 1, but for the table of section 18, which is 0.
  private static final Map<Integer, Integer> RULES_OF_SECTION =
      Map.ofEntries(
          Map.entry(1, 7),
          Map.entry(2, 7),
          Map.entry(3, 6),
          Map.entry(4, 4),
          Map.entry(5, 8),
          Map.entry(6, 6),
          Map.entry(7, 6),
          Map.entry(8, 7),
          Map.entry(9, 2),
          Map.entry(10, 7),
          Map.entry(11, 3),
          Map.entry(12, 4),
          Map.entry(13, 8),
          Map.entry(14, 8),
          Map.entry(15, 9),
          Map.entry(16, 7),
          Map.entry(17, 7),
          Map.entry(18, 7),
          Map.entry(20, 9));

  private static final Pattern ROW_ID = Pattern.compile("\"id\":\"([0-9.]+) ");
  private static final Pattern NAME = Pattern.compile("`([A-Z][A-Za-z0-9]+)(?:\\.([a-z]\\w+))?`");

  /// @param where the classes that do it
  /// @param shownBy rows, tests, or why there are none
  private record Rule(String number, String where, String shownBy) {}

  private static List<Rule> rules() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.matches("\\| [0-9.]+ \\|.*"))
        .map(line -> line.split("\\|"))
        .map(cells -> new Rule(cells[1].strip(), cells[4], cells[5]))
        .toList();
  }

  private static Set<String> numbersOfRows() {
    return DecisionTables.all()
        .flatMap(row -> ROW_ID.matcher(row).results().map(found -> found.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyRuleHasALine() throws IOException {
    Set<String> expected = new TreeSet<>(Set.of("18.0", "19"));
    RULES_OF_SECTION.forEach((section, rules) ->
        IntStream.rangeClosed(1, rules).forEach(rule -> expected.add(section + "." + rule)));

    List<String> listed = rules().stream().map(Rule::number).toList();

    assertEquals(expected, new TreeSet<>(listed));
    assertEquals(expected.size(), listed.size());
  }

  @Test
  void rowsThatAreNamedAreThereAndEveryRowShowsARule() throws IOException {
    Set<String> rows = numbersOfRows();
    Set<String> named = new TreeSet<>();
    for (Rule rule : rules()) {
      if (rule.shownBy().contains(" rows")) {
        String given = rule.shownBy().replaceFirst(".*rows ?([0-9.]*).*", "$1");
        named.add(given.isEmpty() ? rule.number() : given);
      }
    }
    assertEquals(rows, named);
  }

  @Test
  void everyRuleIsShown() throws IOException {
    for (Rule rule : rules()) {
      assertTrue(rule.shownBy().contains("rows") || rule.shownBy().contains("Test"), rule::number);
    }
  }

  @Test
  void classesAndTestsThatAreNamedAreThere() throws IOException {
    Map<String, List<Path>> sources = new HashMap<>();
    for (Path source : Repository.sources()) {
      String name = source.getFileName().toString().replace(".java", "");
      sources.computeIfAbsent(name, _ -> new ArrayList<>()).add(source);
    }
    List<String> missing = new ArrayList<>();
    for (Rule rule : rules()) {
      Stream.of(rule.where(), rule.shownBy())
          .flatMap(cell -> NAME.matcher(cell).results())
          .filter(name -> !isThere(sources.getOrDefault(name.group(1), List.of()), name.group(2)))
          .forEach(name -> missing.add(rule.number() + ": " + name.group()));
    }
    assertEquals(List.of(), missing);
  }

  /// @param method of one of the files; null if any file will do
  private static boolean isThere(List<Path> files, @Nullable String method) {
    return files.stream().anyMatch(file -> method == null || read(file).contains(method + "("));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
