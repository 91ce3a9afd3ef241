package io.claviger.policy.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The parser says of each text of `findings.txt` what stands there. Written again with
/// `-Dclaviger.write=true`, and then read by a person.
final class FindingsTest {

  private static final Path TABLE =
      Path.of("src/test/resources/io/claviger/policy/document/findings.txt");

  private static final String BLOCK = "\n== ";
  private static final String ANSWER = "\n--\n";

  /// @param head name, source and kind, a line each for name and source, and for the kind
  private record Block(String head, PolicyKind kind, String text, String expected) {

    static Block of(String block) {
      String[] headAndRest = block.split("\n", 3);
      int answer = headAndRest[2].indexOf(ANSWER);
      return new Block(
          headAndRest[0],
          PolicyKind.valueOf(headAndRest[1]),
          headAndRest[2].substring(0, answer),
          headAndRest[2].substring(answer + ANSWER.length()).stripTrailing());
    }

    String actual() {
      ParsedPolicy parsed = PolicyParser.parse(text, kind);
      String answer = parsed.refusal().map(message -> "refused: " + message).orElse("saved");
      return Stream.concat(Stream.of(answer), parsed.findings().stream().map(Block::line))
          .collect(Collectors.joining("\n"));
    }

    private static String line(Finding finding) {
      Span span = finding.span();
      return "%s %s %d:%d-%d:%d %s"
          .formatted(
              finding.severity(),
              finding.id(),
              span.startLine(),
              span.startColumn(),
              span.endLine(),
              span.endColumn(),
              finding.message());
    }
  }

  private static List<String> parts() throws IOException {
    return Arrays.asList(Files.readString(TABLE).split(BLOCK));
  }

  @TestFactory
  Stream<DynamicTest> theParserSaysWhatTheTableSays() throws IOException {
    List<String> parts = parts();
    if (Boolean.getBoolean("claviger.write")) {
      write(parts);
    }
    return parts().stream()
        .skip(1)
        .map(Block::of)
        .map(block ->
            DynamicTest.dynamicTest(
                block.head(), () -> assertEquals(block.expected(), block.actual())));
  }

  private static void write(List<String> parts) throws IOException {
    StringBuilder text = new StringBuilder(parts.getFirst());
    for (String part : parts.subList(1, parts.size())) {
      Block block = Block.of(part);
      text.append(BLOCK).append(block.head()).append('\n').append(block.kind()).append('\n');
      text.append(block.text()).append(ANSWER).append(block.actual()).append('\n');
    }
    Files.writeString(TABLE, text);
  }

  @Test
  void aPolicyIsSavedOnlyIfNoFindingIsAnErrorAndEvaluatedOnlyIfItIsCertain() throws IOException {
    for (String part : parts().subList(1, parts().size())) {
      Block block = Block.of(part);
      ParsedPolicy parsed = PolicyParser.parse(block.text(), block.kind());
      boolean hasError =
          parsed.findings().stream()
              .anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);

      assertEquals(hasError, parsed.document().isEmpty(), block.head());
      assertEquals(hasError, parsed.refusal().isPresent(), block.head());
      assertEquals(
          parsed.document(), hasError ? Optional.empty() : parsed.evaluable(), block.head());
    }
  }
}
