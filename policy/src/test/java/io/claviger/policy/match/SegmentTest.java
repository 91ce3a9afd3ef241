package io.claviger.policy.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.testkit.Choices;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/// Every way to search a segment finds the first place where it stands.
final class SegmentTest {

  private static final int ANY_LENGTH = 90;

  @Test
  void theFirstPlaceIsFound() {
    Choices.forSeeds(
        20_000,
        choices -> {
          String letters = choices.oneOf("ab", "abc", "aé");
          String text = choices.text(letters, 120);
          String pattern = pattern(choices, letters + "??", choices.chance(80) ? 6 : ANY_LENGTH);
          BitSet wild = new BitSet();
          for (int i = 0; i < pattern.length(); i++) {
            wild.set(i, pattern.charAt(i) == '?');
          }
          Segment segment = new Segment(pattern, wild.isEmpty() ? null : wild).searchable();
          int from = choices.below(text.length() + 1);
          int to = from + choices.below(text.length() - from + 1);
          assertEquals(first(pattern, text, from, to), segment.find(text, from, to), pattern);
        });
  }

  /// Of more than 64 characters, with two stretches apart: as random text hardly ever is.
  @Test
  void aLongSegmentIsFoundWhereItStands() {
    Choices.forSeeds(
        1_000,
        choices -> {
          String around = choices.text("ab", 20);
          int length = 65 + choices.below(120);
          StringBuilder stretch = new StringBuilder();
          BitSet wild = new BitSet();
          for (int i = 0; i < length; i++) {
            stretch.append("ab".charAt(choices.below(2)));
          }
          wild.set(choices.below(length));
          wild.set(10);
          wild.set(12);
          String text = around + stretch + "ab";
          Segment segment = new Segment(stretch.toString(), wild).searchable();
          assertEquals(
              first(wildText(stretch, wild), text, 0, text.length()),
              segment.find(text, 0, text.length()),
              text);
        });
  }

  private static String wildText(CharSequence characters, BitSet wild) {
    StringBuilder text = new StringBuilder(characters);
    wild.stream().forEach(i -> text.setCharAt(i, '?'));
    return text.toString();
  }

  /// Now and then a copy of a stretch of the text would be long; so letters alone will do.
  private static String pattern(Choices choices, String letters, int maxLength) {
    return choices.chance(20)
        ? "?".repeat(choices.below(maxLength))
        : choices.text(letters, maxLength);
  }

  private static int first(String pattern, String text, int from, int to) {
    for (int at = from; at + pattern.length() <= to; at++) {
      if (stands(pattern, text, at)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean stands(String pattern, String text, int at) {
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) != '?' && pattern.charAt(i) != text.charAt(at + i)) {
        return false;
      }
    }
    return true;
  }
}
