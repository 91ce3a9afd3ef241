package io.claviger.policy.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each block of `refused.txt` is refused with its findings and AWS's message.
final class RefusedPoliciesTest {

  @TestFactory
  Stream<DynamicTest> everyBlockIsRefusedWithItsMessage() throws IOException {
    try (InputStream table = RefusedPoliciesTest.class.getResourceAsStream("refused.txt")) {
      byte[] bytes = Objects.requireNonNull(table, "refused.txt").readAllBytes();
      String text = new String(bytes, StandardCharsets.UTF_8);
      return Stream.of(text.substring(text.indexOf('\n') + 1).split("\n----\n"))
          .map(block -> block.split("\n"))
          .map(lines -> DynamicTest.dynamicTest(lines[0], () -> refused(List.of(lines))));
    }
  }

  private static void refused(List<String> lines) {
    ParsedPolicy parsed = PolicyParser.parse(lines.get(2), PolicyKind.valueOf(lines.get(1)));

    assertTrue(parsed.document().isEmpty());
    assertEquals(
        List.of(lines.get(3).split(",")), parsed.findings().stream().map(Finding::id).toList());
    assertEquals(lines.get(4), parsed.findings().getFirst().message());
  }
}
