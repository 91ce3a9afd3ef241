package io.claviger.policy.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.testkit.Choices;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What lacks a run does not match, and most of what does not match is told so.
class RunsTest {

  private static final int MANY = 1_000;

  private static Runs runs(String text) {
    return Objects.requireNonNull(Runs.of(text, MANY), text);
  }

  @Test
  void whatMatchesHasTheRunOfThePattern() {
    int[] matching = {0};
    int tried =
        Choices.forSeeds(
            20_000,
            choices -> {
              String letters = choices.oneOf("ab", "abcde", "aé\u0161");
              String text = choices.text(letters, 100) + "x".repeat(160);
              String pattern = pattern(choices, text);
              Glob glob = Glob.of(pattern);
              if (glob.matches(text)) {
                matching[0]++;
                assertTrue(runs(text).mayHave(glob.mark()), pattern + " on " + text);
              }
            });
    assertTrue(matching[0] > tried / 4, () -> matching[0] + " matched");
  }

  /// The text with some of it replaced by wildcards, and now and then a letter by another.
  private static String pattern(Choices choices, String text) {
    StringBuilder pattern = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      if (choices.chance(10)) {
        pattern.append('*');
        at += choices.below(20);
      } else if (choices.chance(8)) {
        pattern.append('?');
        at++;
      } else {
        pattern.append(choices.chance(1) ? 'z' : text.charAt(at));
        at++;
      }
    }
    return pattern.toString();
  }

  @Test
  void mostPatternsWithAnotherRunAreTold() {
    String text = "report-2026-".repeat(20);
    Runs runs = runs(text);
    int told = 0;
    for (int i = 0; i < MANY; i++) {
      told += runs.mayHave(Glob.of("*w" + i + "/" + i + "*").mark()) ? 0 : 1;
    }
    assertTrue(told > MANY * 9 / 10, told + " were told");
  }

  @ParameterizedTest
  @CsvSource({
    "*abc*, false",
    "*ab?cd*, false",
    "*abcd*, true",
    "abcd, true",
    "abcd*, true",
    "*abcd, true",
    "*a*?abcd?*, true"
  })
  void fourCharactersInARowMakeARun(String pattern, boolean hasRun) {
    assertEquals(hasRun, Glob.of(pattern).mark() != Runs.NONE);
  }

  @Test
  void theRunThatChangesMostIsAskedFor() {
    assertEquals(Glob.of("*abcd*").mark(), Glob.of("*aaaaaaabcddddddd*").mark());
  }

  @Test
  void withoutARunNothingIsTold() {
    assertTrue(runs("x".repeat(160)).mayHave(Runs.NONE));
    assertFalse(runs("x".repeat(160)).mayHave(Glob.of("abcd").mark()));
  }

  @ParameterizedTest
  @CsvSource({
    "159, 1000, false",
    "160, 10, true",
    "160, 9, false",
    "2048, 128, true",
    "2048, 127, false"
  })
  void shortTextsAndFewPatternsAreTriedAtOnce(int length, int patterns, boolean isWorthIt) {
    assertEquals(isWorthIt, Runs.of("x".repeat(length), patterns) != null);
  }
}
