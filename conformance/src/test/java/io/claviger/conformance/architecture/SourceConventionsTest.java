package io.claviger.conformance.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What no text under version control may hold.
class SourceConventionsTest {

  /// Folders of one person's machine, and addresses that only one network or build has.
  private static final Pattern LOCAL =
      Pattern.compile(
          "(?<![\\w.$}])/(home|root|Users|work)/\\w|\"[r]esolved\":|<[m]irror>|://(?=\\d+\\.)(?!127\\.|0\\.0\\.0\\.0)");

  private static final Pattern SLEEP =
      Pattern.compile("(Thread|TimeUnit\\.\\w+)\\.sleep\\((?!.*//)");
  private static final Pattern BARE_TODO = Pattern.compile("\\b(T[O]DO|FI[X]ME)\\b(?!\\(#\\d+\\))");
  private static final Pattern SUPPRESSION = Pattern.compile("^\\s*@SuppressWarnings\\((?!.*//)");

  @Test
  void noTextNamesALocalPlace() throws IOException {
    assertEquals(List.of(), found(Repository.files(), LOCAL));
  }

  @Test
  void noTestSleepsWithoutAReason() throws IOException {
    var tests =
        Repository.sources().stream().filter(file -> file.toString().contains("/src/test/"));
    assertEquals(List.of(), found(tests.toList(), SLEEP));
  }

  @Test
  void everyTodoNamesItsIssue() throws IOException {
    assertEquals(List.of(), found(Repository.sources(), BARE_TODO));
  }

  @Test
  void everySuppressionTellsItsReason() throws IOException {
    assertEquals(List.of(), found(Repository.sources(), SUPPRESSION));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cd /ho" + "me/ann/claviger",
        "\"resol" + "ved\": \"x\"",
        "http:/" + "/10.0.0.7/npm"
      })
  void localPlaceIsFound(String line) {
    assertTrue(LOCAL.matcher(line).find(), line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:4260",
        "arn:aws:iam::1:user/root/x",
        "${HOME}/work/x",
        "/var/lib/claviger"
      })
  void ordinaryTextIsNot(String line) {
    assertTrue(!LOCAL.matcher(line).find(), line);
  }

  @Test
  void otherConventionsAreFoundToo() {
    assertTrue(SLEEP.matcher("Thread.sl" + "eep(10)").find());
    assertTrue(BARE_TODO.matcher("// TO" + "DO later").find());
    assertTrue(!BARE_TODO.matcher("// TO" + "DO(#12) later").find());
    assertTrue(SUPPRESSION.matcher("  @Suppress" + "Warnings(\"unchecked\")").find());
    assertTrue(!SUPPRESSION.matcher("  @Suppress" + "Warnings(\"unchecked\") // why").find());
  }

  private static List<String> found(List<Path> files, Pattern pattern) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      int number = 0;
      for (String line : lines(file)) {
        number++;
        if (pattern.matcher(line).find()) {
          found.add(Repository.ROOT.relativize(file) + ":" + number + ": " + line.strip());
        }
      }
    }
    return found;
  }

  /// The file's lines, or none when it is not text.
  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (MalformedInputException _) {
      return List.of();
    }
  }
}
