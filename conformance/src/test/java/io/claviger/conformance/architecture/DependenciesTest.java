package io.claviger.conformance.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Direct dependencies and the page that explains them.
class DependenciesTest {

  private static final int MOST_AT_RUN_TIME = 25;
  private static final Path PAGE = Repository.ROOT.resolve("docs/dependencies.md");

  /// Parts of a pom whose dependencies are not the module's own.
  private static final Pattern OTHERS =
      Pattern.compile("<(dependencyManagement|plugin)>.*?</\\1>", Pattern.DOTALL);

  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>(.*?)</dependency>",
          Pattern.DOTALL);

  private record Dependency(String artifact, boolean isForTests) {}

  @Test
  void everyDependencyIsExplained() throws IOException {
    assertEquals(Set.of(), unexplained(Files.readString(PAGE), direct()));
  }

  @Test
  void aDependencyThatIsNotExplainedIsFound() throws IOException {
    assertEquals(
        Set.of("left-pad"),
        unexplained(Files.readString(PAGE), List.of(new Dependency("left-pad", false))));
  }

  @Test
  void fewAreThereAtRunTime() throws IOException {
    Set<String> atRunTime = new TreeSet<>();
    for (Dependency dependency : direct()) {
      if (!dependency.isForTests()) {
        atRunTime.add(dependency.artifact());
      }
    }
    assertTrue(atRunTime.contains("helidon-webserver"), atRunTime::toString);
    assertTrue(atRunTime.size() <= MOST_AT_RUN_TIME, atRunTime::toString);
  }

  private static Set<String> unexplained(String page, List<Dependency> dependencies) {
    Set<String> missing = new TreeSet<>();
    for (Dependency dependency : dependencies) {
      if (!page.contains("`" + dependency.artifact().replace("-api", "") + "`")) {
        missing.add(dependency.artifact());
      }
    }
    return missing;
  }

  private static List<Dependency> direct() throws IOException {
    List<Path> poms = new ArrayList<>(List.of(Repository.ROOT.resolve("pom.xml")));
    Repository.modules().forEach(module -> poms.add(module.resolve("pom.xml")));
    List<Dependency> found = new ArrayList<>();
    for (Path pom : poms) {
      String text = OTHERS.matcher(Files.readString(pom)).replaceAll("");
      DEPENDENCY
          .matcher(text)
          .results()
          .filter(dependency -> !dependency.group(1).equals("io.claviger"))
          .forEach(dependency ->
              found.add(
                  new Dependency(
                      dependency.group(2), dependency.group(3).contains("<scope>test</scope>"))));
    }
    return found;
  }
}
