package io.claviger.policy.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.claviger.testkit.Choices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the codes of texts say.
final class ValueCodeTest {

  @ParameterizedTest
  @CsvSource({
    "2, ''",
    "2, true",
    "2, eu-west-1",
    "2, production",
    "8, productions",
    "8, eu-central-1",
    "8, zzzzzzzzzzzz",
    "8, ------------",
    "8, 012345678901",
    "4, 123456789012",
    "1, Productions",
    "1, a-b_c-d-e-f",
    "1, ap-southeast-1",
    "3, True",
    "3, Z",
    "1, a.b",
    "1, a b",
    "1, é",
    "1, \u0561",
    "4, 0",
    "4, 9",
    "4, 999999999999999999",
    "1, 1000000000000000000",
    "2, 007",
    "2, 00",
    "2, -1",
    "2, 1e3",
    "1, 1.0",
    "5, 1970-01-01T00:00:00Z",
    "1, 1969-12-31T23:59:59Z",
    "5, 2026-11-22T10:00:00Z",
    "1, 2026-02-29T10:00:00Z",
    "2, 2026-11-22",
    "6, 0.0.0.0",
    "6, 255.255.255.255",
    "1, 255.255.255.256",
    "1, 1.2.3.04",
    "1, 1.2.3.4/32",
    "1, ::1",
  })
  void everyTextIsOfAKind(int kind, String text) {
    assertEquals(kind, ValueCode.kind(ValueCode.of(text)));
  }

  @ParameterizedTest
  @CsvSource({"4, 42, 42", "5, 60, 1970-01-01T00:01:00Z", "6, 16909060, 1.2.3.4"})
  void whatIsReadIsSaid(int kind, long said, String text) {
    assertEquals(ValueCode.of(kind, said), ValueCode.of(text));
  }

  @Test
  void textsOfOneCodeAreTheSameButWhereTheyAreOnlyOutlined() {
    Choices.forSeeds(
        200_000,
        choices -> {
          String one = text(choices);
          String other = text(choices);
          if (one.equals(other)) {
            assertEquals(ValueCode.of(one), ValueCode.of(other));
          } else if (ValueCode.kind(ValueCode.of(one)) != ValueCode.TEXT) {
            assertNotEquals(ValueCode.of(one), ValueCode.of(other), () -> one + " / " + other);
          }
        });
  }

  /// Few characters, so that many texts are equal or nearly so.
  private static String text(Choices choices) {
    return choices.oneOf(
        choices.text("aA-9", 4),
        choices.text("019.", 8),
        choices.text("0123456789", 3),
        "abcdefghi".substring(choices.below(2)) + choices.text("-9z", 3),
        "2026-0" + choices.below(10) + "-11T0" + choices.below(10) + ":00:00Z",
        choices.below(3) + "." + choices.below(300) + ".0." + choices.below(3));
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::1:role/a, arn:aws:iam::1:role/b",
    "arn:aws:iam::1:role/a, brn:aws:iam::1:role/a",
    "ap-southeast-1, ap-southeast-2",
    "a.b, a.b.",
  })
  void longTextsAreToldByTheirEndsAndTheirLength(String one, String other) {
    assertNotEquals(ValueCode.of(one), ValueCode.of(other));
  }

  @Test
  void textsThatStartAndEndSoHaveTheirEndsInTheirCodes() {
    Choices.forSeeds(
        200_000,
        choices -> {
          String start = choices.text("ab/", 4);
          String end = choices.text("ab/", 4);
          String text = choices.text("ab/", 7);
          long code = ValueCode.of(text);
          if (ValueCode.kind(code) == ValueCode.TEXT) {
            ValueCode.Ends ends = ValueCode.Ends.of(start, end);
            boolean isAlike =
                text.startsWith(shortened(start, 0))
                    && text.endsWith(shortened(end, end.length() - 3));
            assertEquals(
                isAlike,
                (code & ends.mask()) == ends.bits(),
                () -> text + " of " + start + " / " + end);
          }
        });
  }

  /// The three characters from there on that a code has.
  private static String shortened(String end, int from) {
    int start = Math.max(0, from);
    return end.substring(start, Math.min(end.length(), start + 3));
  }
}
