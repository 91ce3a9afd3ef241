package io.claviger.conformance.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceSizeTest {

  private static final int MOST_FILE_LINES = 500;
  private static final int MOST_METHOD_LINES = 60;

  @Test
  void noFileAndNoMethodIsTooLong() throws IOException {
    assertEquals(List.of(), tooLong(SourceFile.parse(Repository.sources())));
  }

  @Test
  void longFilesAndMethodsAreFound() throws IOException {
    String method = "void m() {\n" + ";\n".repeat(MOST_METHOD_LINES - 2) + "}\n";
    String longer = method.replace("m() {", "n() {\n");
    String file =
        "class A {\n" + method + "//\n".repeat(MOST_FILE_LINES - MOST_METHOD_LINES - 2) + "}\n";
    assertEquals(List.of(), tooLong(parse(file)));
    assertEquals(List.of("/A.java: 501 lines"), tooLong(parse(file + "//\n")));
    assertEquals(List.of("/A.java: n has 61 lines"), tooLong(parse("class A {\n" + longer + "}")));
  }

  /// For the reader of the log; only the hard limits fail.
  @Test
  void printsTheMeasures() throws IOException {
    print("main", path -> path.startsWith("src/main"));
    print("test", path -> path.startsWith("src/test"));
  }

  private static List<SourceFile> parse(String source) throws IOException {
    return SourceFile.parse(List.of(PlantedClasses.file("/A.java", source)));
  }

  private static List<String> tooLong(List<SourceFile> files) {
    return files.stream().flatMap(SourceSizeTest::tooLong).toList();
  }

  private static Stream<String> tooLong(SourceFile file) {
    Stream<String> methods =
        file.methods().stream()
            .filter(method -> method.lines() > MOST_METHOD_LINES)
            .map(
                method -> file.name() + ": " + method.name() + " has " + method.lines() + " lines");
    return file.lines() > MOST_FILE_LINES
        ? Stream.concat(Stream.of(file.name() + ": " + file.lines() + " lines"), methods)
        : methods;
  }

  private static void print(String scope, Predicate<Path> inModule) throws IOException {
    List<SourceFile> files =
        SourceFile.parse(
            Repository.sources().stream()
                .filter(path -> inModule.test(Repository.ROOT.relativize(path).subpath(1, 4)))
                .toList());
    System.out.printf(
        "%s: %d files, lines per file %s, lines per method %s, public types %d of %d%n",
        scope,
        files.size(),
        spread(files.stream().mapToInt(SourceFile::lines)),
        spread(
            files.stream().flatMap(f -> f.methods().stream()).mapToInt(SourceFile.Method::lines)),
        files.stream().mapToInt(SourceFile::publicTypes).sum(),
        files.stream().mapToInt(SourceFile::types).sum());
  }

  private static String spread(IntStream values) {
    int[] sorted = values.sorted().toArray();
    return "median %d, p90 %d, most %d"
        .formatted(
            sorted[sorted.length / 2], sorted[sorted.length * 9 / 10], sorted[sorted.length - 1]);
  }
}
