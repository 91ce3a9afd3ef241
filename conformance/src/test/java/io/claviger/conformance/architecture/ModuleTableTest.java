package io.claviger.conformance.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ModuleTableTest {

  private static final Set<String> FOR_TESTS = Set.of("testkit", "conformance", "bench");
  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<dependency>\\s*<groupId>io\\.claviger</groupId>(.*?)</dependency>", Pattern.DOTALL);
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>claviger-(\\w+)<");

  @Test
  void everyModuleStandsInTheTable() throws IOException {
    Set<String> modules =
        Repository.modules().stream()
            .map(module -> module.getFileName().toString())
            .filter(module -> !FOR_TESTS.contains(module))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(modules, new TreeSet<>(ModuleTable.read().rows().keySet()));
  }

  @Test
  void everyArrowGoesDown() throws IOException {
    assertEquals(List.of(), risingArrows(ModuleTable.read()));
  }

  @Test
  void anArrowThatRisesIsFound() {
    ModuleTable table =
        ModuleTable.parse(
            "| 2 | `policy` | x | wire base |\n| 2 | `wire` | x | – |\n| 1 | `base` | x | – |");
    assertEquals(List.of("policy → wire"), risingArrows(table));
  }

  private static List<String> risingArrows(ModuleTable table) {
    return table.rows().entrySet().stream()
        .flatMap(row ->
            row.getValue().needs().stream()
                .filter(need -> table.level(need) >= row.getValue().level())
                .map(need -> row.getKey() + " → " + need))
        .toList();
  }

  @Test
  void pomsListOnlyWhatTheTableAllows() throws IOException {
    ModuleTable table = ModuleTable.read();
    for (Path module : Repository.modules()) {
      String name = module.getFileName().toString();
      if (!FOR_TESTS.contains(name)) {
        String pom = Files.readString(module.resolve("pom.xml"));
        assertEquals(List.of(), refused(table, name, pom), name + "/pom.xml");
      }
    }
  }

  @Test
  void aPomThatListsMoreIsFound() throws IOException {
    String dependency =
        "<dependency>\n<groupId>io.claviger</groupId>\n<artifactId>claviger-%s</artifactId>\n%s</dependency>";
    String pom =
        dependency.formatted("store", "")
            + dependency.formatted("base", "")
            + dependency.formatted("testkit", "<scope>test</scope>")
            + dependency.formatted("server", "<scope>test</scope>");
    assertEquals(List.of("store", "server"), refused(ModuleTable.read(), "service", pom));
  }

  /// Tests may also use `testkit` and any module on a lower level.
  private static List<String> refused(ModuleTable table, String module, String pom) {
    return DEPENDENCY
        .matcher(pom)
        .results()
        .filter(dependency -> {
          String needed = artifact(dependency.group(1));
          boolean isForTests = dependency.group(1).contains("<scope>test</scope>");
          return !table.allows(module, needed)
              && !(isForTests && testMayUse(table, module, needed));
        })
        .map(dependency -> artifact(dependency.group(1)))
        .toList();
  }

  private static boolean testMayUse(ModuleTable table, String module, String needed) {
    return needed.equals("testkit") || table.level(needed) < table.level(module);
  }

  private static String artifact(String dependency) {
    var matcher = ARTIFACT.matcher(dependency);
    assertTrue(matcher.find(), dependency);
    return matcher.group(1);
  }
}
