package io.claviger.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {

  @Test
  void whatCommandsATerminalIsNotShown() {
    assertEquals(
        "a\uFFFD[2Jb\uFFFDc\uFFFDd\uFFFDe",
        SourceText.printable("a\u001b[2Jb\u009bc\u202ed\u0000e"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "abcdef|1|3|^^",
        "abcdef|3|4|  ^",
        "abcdef|3|3|  ^",
        "abcdef|7|7|      ^",
        "abcdef|99|120|      ^",
        "a\tbc|3|4|     ^",
        "a\tbc|2|3| ^^^^"
      })
  void caretsStandUnderTheSpan(String line, int from, int to, String carets) {
    List<String> shown = SourceText.of(line).underlined(1, from, to);
    assertEquals(line.replace("\t", "    "), shown.getFirst());
    assertEquals(carets, shown.getLast());
  }

  @Test
  void aLongLineIsCutAroundTheSpan() {
    String line = "a".repeat(5_000) + "HERE" + "b".repeat(5_000);
    List<String> shown = SourceText.of(line).underlined(1, 5_001, 5_005);
    String text = shown.getFirst();
    String carets = shown.getLast();

    assertTrue(text.length() < 130, text);
    assertTrue(text.startsWith("...a") && text.endsWith("b..."), text);
    assertEquals("HERE", text.substring(carets.indexOf('^'), carets.length()));
  }

  @Test
  void aSpanThatIsTooLongIsCutToo() {
    List<String> shown = SourceText.of("x".repeat(9_000)).underlined(1, 1, 9_000);
    assertEquals(shown.getFirst().length(), shown.getLast().length());
  }

  @Test
  void allLineEndsCount() {
    SourceText text = SourceText.of("a\r\nb\rc\nd");
    assertEquals(4, text.count());
    assertEquals("c", text.line(3));
    assertEquals("", text.line(5));
  }
}
