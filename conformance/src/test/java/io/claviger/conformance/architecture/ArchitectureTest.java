package io.claviger.conformance.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

  private static final Map<String, ArchRule> RULES = rules();
  private static final JavaClasses OURS = ours();

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

  record Violation(String rule, List<String> sources) {

    static Violation of(String rule, String... sources) {
      return new Violation(rule, List.of(sources));
    }
  }

  static List<Violation> violations() {
    return List.of(
        Violation.of(
            "moduleArrows",
            "package io.claviger.base; record Rising(io.claviger.account.User user) {}"),
        Violation.of(
            "moduleArrows",
            "package io.claviger.store; class Sideways { io.claviger.reference.Action[] all; }"),
        Violation.of(
            "packageCycles",
            "package io.claviger.wire.one; public class One { io.claviger.wire.two.Two two; }",
            "package io.claviger.wire.two; public class Two { io.claviger.wire.one.One one; }"),
        Violation.of("packageDepth", "package io.claviger.policy.match.glob; class Glob {}"),
        Violation.of("packageDepth", "package io.claviger.service.iam.user.tag; class TagUser {}"),
        Violation.of(
            "listenerTypes",
            "package io.claviger.server; class Listener { io.helidon.webserver.WebServer server; }"),
        Violation.of(
            "jsonBinding",
            "package io.claviger.cli; class Dump { tools.jackson.databind.ObjectMapper mapper; }"),
        Violation.of(
            "sdkFieldTypes",
            "package io.claviger.service; class Names { software.amazon.awssdk.core.SdkField<?> f; }"),
        Violation.of(
            "sdkFieldCalls",
            """
            package io.claviger.service;
            class Names {
              int count(software.amazon.awssdk.services.iam.model.GetUserRequest request) {
                return request.sdkFields().size();
              }
            }\
            """),
        Violation.of(
            "regexOnPolicies",
            "package io.claviger.policy.match; class Glob { java.util.regex.Pattern pattern; }"),
        Violation.of(
            "regexOnPolicies",
            """
            package io.claviger.policy.match;
            class Glob { boolean matches(String a, String b) { return a.matches(b); } }\
            """),
        Violation.of(
            "reflection",
            """
            package io.claviger.service;
            class Names { Object all(Object o) { return o.getClass().getDeclaredMethods()[0]; } }\
            """),
        Violation.of(
            "clockAndRandomness",
            """
            package io.claviger.service;
            class Late { java.time.Instant now() { return java.time.Instant.now(); } }\
            """),
        Violation.of(
            "clockAndRandomness",
            """
            package io.claviger.access;
            class Late {
              java.util.function.Supplier<java.time.Instant> now = java.time.Instant::now;
            }\
            """),
        Violation.of(
            "clockAndRandomness",
            """
            package io.claviger.account;
            class Dice { Object random() { return new java.security.SecureRandom(); } }\
            """),
        Violation.of(
            "staticState", "package io.claviger.access; class Counter { static int count; }"),
        Violation.of(
            "staticState",
            """
            package io.claviger.access;
            class Counter {
              static final java.util.concurrent.atomic.AtomicLong COUNT = null;
            }\
            """),
        Violation.of(
            "secretComparison",
            """
            package io.claviger.access;
            class Check {
              boolean same(io.claviger.base.SecretText a, String b) { return a.reveal().equals(b); }
            }\
            """),
        Violation.of("vagueNames", "package io.claviger.access; class TokenManager {}"),
        Violation.of(
            "vagueNames", "package io.claviger.access; class Token { record TokenInfo() {} }"));
  }
}
