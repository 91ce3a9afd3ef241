package io.claviger.policy.second;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What the fuzzer found worth keeping holds, and does not take long.
final class FuzzCorpusTest {

  private static final Path CORPUS = Path.of("src/test/resources/io/claviger/policy/fuzz");
  private static final Duration MOST = Duration.ofSeconds(2);

  @TestFactory
  Stream<DynamicTest> everyTextThatWasKept() {
    return Stream.of(FuzzTarget.values()).flatMap(FuzzCorpusTest::tests);
  }

  private static Stream<DynamicTest> tests(FuzzTarget target) {
    Path folder = CORPUS.resolve(target.name().toLowerCase(Locale.ROOT));
    try (Stream<Path> files = Files.list(folder)) {
      var tests = files.sorted().map(file -> test(target, file)).toList();
      assertTrue(!tests.isEmpty(), folder::toString);
      return tests.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DynamicTest test(FuzzTarget target, Path file) {
    return DynamicTest.dynamicTest(
        target + " " + file.getFileName(),
        () -> assertTimeoutPreemptively(MOST, () -> target.check(Files.readAllBytes(file))));
  }
}
