package io.claviger.policy.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTroubleTest {

  private static final String HONEST =
      """
      {
        "Version": "2012-10-17",
        "Statement": [{
          "Effect": "Allow", "Action": ["s3:*", "sqs:\\u0041\\n"], "Resource": "*",
          "Condition": {"Bool": {"aws:SecureTransport": true}, "NumericLessThan": {"a:b": -1.5e3}}
        }]
      }
      """;

  /// The only finding of the text.
  private static Finding finding(String text) {
    List<Finding> findings = PolicyParser.parse(text, PolicyKind.IDENTITY).findings();
    assertEquals(1, findings.size(), () -> findings + " in " + text);
    assertEquals("JSON_SYNTAX_ERROR", findings.getFirst().id());
    return findings.getFirst();
  }

  /// @param marked a text with `‹` and `›` around what is wrong, and `;` for a line break
  private static void assertTrouble(String marked, String message) {
    String lines = marked.replace(';', '\n');
    String before = lines.substring(0, lines.indexOf('‹'));
    String inside = lines.substring(before.length() + 1, lines.indexOf('›'));
    Finding finding = finding(lines.replace("‹", "").replace("›", ""));
    assertEquals(message, finding.message());
    int line = before.split("\n", -1).length;
    int column = before.length() - before.lastIndexOf('\n');
    assertEquals(new Span(line, column, line, column + inside.length()), finding.span());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = '|',
      value = {
        "{\"a\":1‹,›;}             | a comma stands before a closing brace; remove it",
        "[1;‹,› ]                  | a comma stands before a closing bracket; remove it",
        "{\"a\":1;‹\"›b\":2}       | a comma is missing here, between two members",
        "{\"a\":1;‹'›b':2}         | single quotes; strings and names stand in double quotes",
        "[{} ‹{›}]                 | a comma is missing here, between two values",
        "{‹'›a':1}                 | single quotes; strings and names stand in double quotes",
        "{\"a\":‹'›b'}             | single quotes; strings and names stand in double quotes",
        "{‹“›a”:1}                 | other quotes; strings and names stand in straight double quotes",
        "{ ‹// a›;}                | this is a comment; JSON has none",
        "{ ‹/* a */› }             | this is a comment; JSON has none",
        "{ ‹/* a }›                | this is a comment; JSON has none",
        "{}‹# a›                   | this is a comment; JSON has none",
        "{}; ‹{›}                  | more text stands behind the end of the policy",
        "{}‹x›                     | more text stands behind the end of the policy",
        "{}‹}›                     | a closing brace too many",
        "[]‹]›                     | a closing bracket too many",
        "{\"a\":[1]‹›;             | the text ends here, but the brace of line 1, column 1 is not closed",
        "{;\"a\":[1‹›              | the text ends here, but the bracket of line 2, column 5 is not closed",
        "{\"a\":[1‹}›              | a closing brace stands where a comma or a closing bracket is expected",
        "[{\"a\":1‹]›              | a closing bracket stands where a comma or a closing brace is expected",
        "{\"a\":‹\"b›;}            | the line ends within this string; its closing quote is missing, or a line break in it is written \\n",
        "{\"a\":‹\"b}›             | the closing quote of this string is missing",
        "{\"a\":\"‹\t›\"}          | a tab in a string is written \\t",
        "{\"a\":\"‹\u0001›\"}      | a control character in a string is written \\u0001",
        "{\"a\":\"C:‹\\W›\"}       | this is no escape; a backslash in a string is written \\\\",
        "{\"a\":\"‹\\u12›x4\"}     | four hexadecimal digits must follow \\u",
        "{‹a›:1}                   | a word without quotes stands where a name in double quotes is expected",
        "{‹,›\"a\":1}              | a comma stands where a name in double quotes is expected",
        "[1,‹,›2]                  | a comma stands where a value is expected",
        "{\"a\":‹}›                | a closing brace stands where a value is expected",
        "{\"a\" ‹=› 1}             | the character = stands where a colon is expected",
        "{\"a\"‹,› 1}              | a comma stands where a colon is expected",
        "[\"a\"‹:› 1]              | a colon stands where a comma or a closing bracket is expected",
        "{\"a\":‹Allow›}           | a word without quotes stands where a value is expected",
        "{\"a\":\"b\" ‹c›}         | a word without quotes stands where a comma or a closing brace is expected",
        "{\"a\":‹True›}            | true, false and null are written in small letters",
        "{\"a\":‹01›}              | no number is written like this",
        "{\"a\":‹+1›}              | no number is written like this",
        "{\"a\":‹1.›}              | no number is written like this",
        "{\"a\":‹1.e1›}            | no number is written like this",
        "{\"a\":‹1e›}              | no number is written like this",
        "{\"a\":‹1e+›}             | no number is written like this",
        "{\"a\":‹-›}               | no number is written like this",
        "{\"a\":‹.5›}              | no number is written like this",
        "{\"a\":‹0x1F›}            | no number is written like this",
        "{\"a\":‹1e2.5›}           | no number is written like this",
        "[0,-0,1.5,10e3,2.0E-1‹› | the text ends here, but the bracket of line 1, column 1 is not closed",
        "{‹\u00A0›\"a\":1}         | the character U+00A0 stands where a name in double quotes is expected",
        "{‹\uD83D\uDE00›:1}        | the character U+1F600 stands where a name in double quotes is expected"
      })
  void theMessageSaysWhatWasFoundAndWhatIsExpected(String marked, String message) {
    assertTrouble(marked, "Not JSON: " + message);
  }

  @Test
  void carriageReturnsEndLinesToo() {
    assertEquals(new Span(3, 3, 3, 4), finding("{\r\n\"a\":\r  }").span());
  }

  @Test
  void tooDeepIsJsonAllTheSame() {
    String text = "[".repeat(17) + "]".repeat(17);
    assertEquals("The policy is nested too deep; 16 levels are the most", finding(text).message());
    assertEquals(new Span(1, 17, 1, 18), finding(text).span());
  }

  @Test
  void aLongNumberIsJsonAllTheSame() {
    Finding finding = finding("{\"a\":" + "1".repeat(1_001) + "}");
    assertEquals("The number is too long; 1000 digits are the most", finding.message());
    assertEquals(new Span(1, 6, 1, 1_007), finding.span());
  }

  @Test
  void aByteOrderMarkIsNamed() {
    assertEquals(
        "The policy starts with a byte order mark; save it without",
        finding("\uFEFF" + HONEST).message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n\t"})
  void anEmptyPolicyIsCalledEmpty(String text) {
    assertEquals("The policy is empty", finding(text).message());
  }

  /// The two readers of JSON agree: trouble is seen in a text if and only if it is refused.
  @Test
  void allThatIsRefusedIsExplained() {
    assertTrue(JsonTrouble.first(HONEST).isEmpty());
    Random random = new Random(7);
    String pool = "{}[]:,\"'\\/#*-+.0123eEtrufalsn xé\t\n\r\u0000\u00A0\uD800";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(HONEST);
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        int at = random.nextInt(text.length());
        char c = pool.charAt(random.nextInt(pool.length()));
        text.replace(at, at + random.nextInt(4), random.nextBoolean() ? "" : String.valueOf(c));
      }
      assertAgrees(text.toString());
    }
  }

  private static void assertAgrees(String text) {
    boolean isRefused =
        PolicyParser.parse(text, PolicyKind.IDENTITY).findings().stream()
            .anyMatch(finding -> finding.id().equals("JSON_SYNTAX_ERROR"));
    assertEquals(isRefused, JsonTrouble.first(text).isPresent(), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[", "{", "\"", "\\", "/*", "//\n", "\n", "\r", "a", "1", "-", "'", "[1,"})
  void longTroubleIsFoundInLinearTime(String piece) {
    String text = "{\"a\":[" + piece.repeat(PolicyParser.MAX_CHARACTERS / piece.length() - 10);
    assertTimeoutPreemptively(
        Duration.ofSeconds(1), () -> assertFalse(finding(text).message().isEmpty()));
  }
}
