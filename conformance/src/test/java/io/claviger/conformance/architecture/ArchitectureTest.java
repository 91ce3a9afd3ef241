package io.claviger.conformance.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

  private static final Map<String, ArchRule> RULES = rules();
  private static final JavaClasses OURS = ours();
  private static final Pattern HEADING = Pattern.compile("^## ", Pattern.MULTILINE);
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private static Map<String, ArchRule> rules() {
    try {
      return Rules.all(ModuleTable.read());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The main classes of every module, as the build compiled them.
  private static JavaClasses ours() {
    try {
      return new ClassFileImporter()
          .importPaths(
              Repository.modules().stream()
                  .map(module -> module.resolve("target/classes"))
                  .filter(Files::isDirectory)
                  .collect(Collectors.toSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Set<String> names() {
    return RULES.keySet();
  }

  @Test
  void classesOfEveryModuleAreRead() throws IOException {
    Set<String> modules =
        OURS.stream()
            .map(type -> ModuleTable.moduleOf(type.getPackageName()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(modules.containsAll(ModuleTable.read().rows().keySet()), modules::toString);
  }

  @ParameterizedTest
  @MethodSource("names")
  void codeKeepsTheRule(String name) {
    rule(name).allowEmptyShould(true).check(OURS);
  }

  @ParameterizedTest
  @MethodSource("violations")
  void plantedViolationIsFound(Violation violation, @TempDir Path folder) throws IOException {
    JavaClasses planted = PlantedClasses.compile(folder, violation.sources());
    assertFalse(violation.sources().isEmpty(), violation::toString);
    assertTrue(
        rule(violation.rule()).allowEmptyShould(true).evaluate(planted).hasViolation(),
        violation::toString);
  }

  @Test
  void everyRuleHasAPlantedViolation() {
    assertEquals(
        RULES.keySet(), violations().stream().map(Violation::rule).collect(Collectors.toSet()));
    assertFalse(RULES.isEmpty());
  }

  private static ArchRule rule(String name) {
    ArchRule rule = RULES.get(name);
    if (rule == null) {
      throw new IllegalArgumentException("No rule " + name);
    }
    return rule;
  }

  /// One heading of `planted-violations.md`.
  record Violation(String rule, List<String> sources) {}

  static List<Violation> violations() {
    return HEADING
        .splitAsStream(page())
        .skip(1)
        .map(part ->
            new Violation(
                part.lines().findFirst().orElseThrow(),
                BLOCK.matcher(part).results().map(block -> block.group(1)).toList()))
        .toList();
  }

  private static String page() {
    try (var in = ArchitectureTest.class.getResourceAsStream("/planted-violations.md")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
