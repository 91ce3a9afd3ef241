package io.claviger.service.iam.lastaccess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobsTest {

  @ParameterizedTest
  @CsvSource({
    "true,  arn:aws:s3:::b/*, arn:*:s3:::*/*",
    "false, arn:aws:s3:::b,   arn:*:s3:::*/*",
    "true,  *,                arn:*:s3:::*",
    "true,  a*c,              ab*",
    "false, a*c,              ab*d",
    "true,  a?c,              a*",
    "false, a?,               a",
    "true,  '',               *",
    "true,  ab,               ab",
    "false, ab,               abc",
    "true,  *a*b*,            ?ab",
    "true,  **,               ''",
  })
  void patternsThatSomeTextMatchesBothIntersect(boolean expected, String one, String other) {
    assertEquals(expected, Globs.intersect(one, other));
    assertEquals(expected, Globs.intersect(other, one));
  }

  @ParameterizedTest
  @CsvSource({
    "true,  *,              arn:aws:s3:::b/*",
    "true,  arn:aws:s3:::*, arn:aws:s3:::b/*",
    "true,  a*,             a*",
    "true,  a*,             a?",
    "false, a?,             a*",
    "false, a*c,            a*",
    "true,  a*c,            abc",
    "false, abc,            a*c",
    "true,  a?c,            a?c",
    "false, '',             *",
    "true,  '',             ''",
  })
  void widerPatternCoversTheNarrower(boolean expected, String wide, String narrow) {
    assertEquals(expected, Globs.covers(wide, narrow));
    assertEquals(true, mayCover(wide, narrow) || !expected);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:s3:::home/${aws:username}/*, arn:aws:s3:::home/*/*",
    "${a}${b}, **",
    "plain, plain",
    "open ${, open ${",
  })
  void variableMayBeAnything(String pattern, String expected) {
    assertEquals(expected, Globs.withoutVariables(pattern));
  }

  /// Both are compared with what they say, tried on all short texts.
  @Test
  void bothAreTrueOfAllShortTexts() {
    List<String> texts = words("ab", 5);
    long seed = 20260101;
    Random random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      String one = word(random);
      String other = word(random);
      boolean common = texts.stream().anyMatch(t -> matches(one, t) && matches(other, t));
      assertEquals(common, Globs.intersect(one, other), one + " and " + other + " of " + seed);
      boolean all = texts.stream().allMatch(t -> !matches(other, t) || matches(one, t));
      if (Globs.covers(one, other)) {
        assertEquals(true, mayCover(one, other), one + " over " + other + " of " + seed);
        assertEquals(true, all, one + " over " + other + " of " + seed);
      }
    }
  }

  private static boolean mayCover(String wide, String narrow) {
    return ArnRange.of(wide).mayCover(ArnRange.of(narrow));
  }

  private static boolean matches(String pattern, String text) {
    return Globs.covers(pattern, text);
  }

  private static String word(Random random) {
    return IntStream.range(0, random.nextInt(5))
        .mapToObj(_ -> String.valueOf("ab*?".charAt(random.nextInt(4))))
        .collect(Collectors.joining());
  }

  private static List<String> words(String letters, int most) {
    List<String> all = new ArrayList<>(List.of(""));
    List<String> last = List.of("");
    for (int length = 1; length <= most; length++) {
      last = last.stream().flatMap(word -> letters.chars().mapToObj(c -> word + (char) c)).toList();
      all.addAll(last);
    }
    return all;
  }
}
