package io.claviger.policy.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.testkit.Choices;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', true",
    "'', a, false",
    "*, '', true",
    "*, abc, true",
    "**, abc, true",
    "?, '', false",
    "?, a, true",
    "?*, a, true",
    "a*b, ab, true",
    "a*b, aXbXb, true",
    "a*b, aXbX, false",
    "a**b, ab, true",
    "a*bc*d, abcbcd, true",
    "ab*ba, aba, false",
    "*a?c*, xxabcx, true",
    "A, a, false",
  })
  void starIsAnyRunAndQuestionMarkIsOne(String pattern, String text, boolean matches) {
    assertEquals(matches, Glob.of(pattern).matches(text));
  }

  @Test
  void agreesWithTheDefinition() {
    Choices.forSeeds(
        30_000,
        choices -> {
          String pattern = choices.text("ab*?", 8);
          String text = choices.text("ab", 10);
          assertEquals(
              matches(pattern, text), Glob.of(pattern).matches(text), pattern + " " + text);
        });
  }

  @Test
  void longSegmentsAgreeWithTheDefinition() {
    Choices.forSeeds(
        2_000,
        choices -> {
          String stretch = choices.text("ab?", 60) + "ab?".repeat(20 + choices.below(30));
          String found = stretch.replace('?', choices.oneOf('a', 'b', 'c'));
          String text = choices.text("abc", 40) + found + choices.text("abc", 40);
          String pattern = choices.oneOf("*" + stretch + "*", "a*" + stretch + "*b", "*" + stretch);
          assertEquals(
              matches(pattern, text), Glob.of(pattern).matches(text), pattern + " " + text);
          assertTrue(Glob.of("*" + stretch + "*").matches(text));
          assertFalse(Glob.of("*" + stretch + "z*").matches(text));
        });
  }

  /// After the first few, the subject is taken apart.
  @Test
  void manyPatternsOnPartOfOneSubjectAgreeWithTheDefinition() {
    int[] matching = {0};
    int tried =
        Choices.forSeeds(
            2_000,
            choices -> {
              String letters = choices.oneOf("ab", "aé", "abc");
              String text = choices.text(letters, 100);
              int from = choices.below(text.length() + 1);
              int to = from + choices.below(text.length() - from + 1);
              Subject subject = new Subject(text);
              for (int i = 0; i < 30; i++) {
                String pattern = choices.text(letters + "*?*?*", 12);
                boolean expected = matches(pattern, text.substring(from, to));
                matching[0] += expected ? 1 : 0;
                assertEquals(
                    expected,
                    Glob.of(pattern).matches(text, from, to, _ -> subject),
                    () -> pattern + " on " + text.substring(from, to));
              }
            });
    assertTrue(matching[0] > tried, () -> matching[0] + " matched");
  }

  @Test
  void Abuse_030_hostilePatternsTakeLinearTime() {
    String text = "a".repeat(2_048);
    List<Glob> hostile =
        Stream.of(
                "*a".repeat(1_500) + "*b*",
                "?".repeat(10_000),
                "*" + "a?".repeat(500) + "b*",
                "*" + "a".repeat(1_000) + "b*")
            .map(Glob::of)
            .toList();
    assertTimeoutPreemptively(
        Duration.ofSeconds(4),
        () -> {
          for (int i = 0; i < 100; i++) {
            hostile.forEach(glob -> assertFalse(glob.matches(text)));
          }
        });
  }

  @Test
  void Abuse_030_theHonestPatternOfTheSameSizeMatches() {
    assertTrue(Glob.of("*a".repeat(1_500) + "*").matches("a".repeat(2_048)));
    assertTrue(Glob.of("?".repeat(10_000)).matches("a".repeat(10_000)));
  }

  /// The definition, by dynamic programming: quadratic, and plain.
  private static boolean matches(String pattern, String text) {
    boolean[] reached = new boolean[text.length() + 1];
    reached[0] = true;
    for (int at = 0; at < pattern.length(); at++) {
      char c = pattern.charAt(at);
      boolean[] next = new boolean[text.length() + 1];
      for (int i = 0; i <= text.length(); i++) {
        if (c == '*') {
          next[i] = reached[i] || (i > 0 && next[i - 1]);
        } else {
          next[i] = i > 0 && reached[i - 1] && (c == '?' || c == text.charAt(i - 1));
        }
      }
      reached = next;
    }
    return reached[text.length()];
  }
}
