package io.claviger.policy.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.claviger.testkit.Choices;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is searched by bits is found where it stands.
final class PlacesTest {

  private static final int ANY_LENGTH = 90;

  /// One part of what is sought: a text, or any one character.
  private record Part(String text, boolean isAny) {

    int length() {
      return isAny ? 1 : text.length();
    }

    boolean standsAt(int place, String in) {
      return isAny ? place < in.length() : in.startsWith(text, place);
    }

    @Override
    public String toString() {
      return isAny ? "?" : '<' + text + '>';
    }
  }

  @Test
  void theFirstPlaceIsFound() {
    int[] found = {0};
    int tried =
        Choices.forSeeds(
            30_000,
            choices -> {
              String letters = choices.oneOf("ab", "abc", "aé", "éü");
              String text = choices.text(letters, 200);
              int from = choices.below(text.length() + 1);
              int to = from + choices.below(text.length() - from + 1);
              List<Part> parts = parts(choices, letters, text);
              int at = choices.below(to - from + 1);
              int end = at + choices.below(to - from - at + 1);
              int expected = first(parts, text.substring(from, to), at, end);
              found[0] += expected < 0 ? 0 : 1;
              Places.Sought sought = sought(new Places(text, from, to), parts);
              assertEquals(expected, sought.find(at, end), () -> parts + " in " + text);
              assertEquals(length(parts), sought.length());
            });
    assertTrue(found[0] > tried / 10, () -> found[0] + " found");
  }

  @Test
  void whatStandsAtAPlaceIsTold() {
    Choices.forSeeds(
        5_000,
        choices -> {
          String letters = choices.oneOf("ab", "aé");
          String text = choices.text(letters, 150);
          List<Part> parts = parts(choices, letters, text);
          int place = choices.below(text.length() + 1);
          boolean isThere = place == first(parts, text, place, place + length(parts));
          Places.Sought sought = sought(new Places(text, 0, text.length()), parts);
          assertEquals(isThere, sought.standsAt(place), () -> parts + " in " + text);
        });
  }

  /// A stretch of the text, some of it replaced; or else letters.
  private static List<Part> parts(Choices choices, String letters, String text) {
    List<Part> parts = new ArrayList<>();
    int start = choices.below(text.length() + 1);
    boolean isOfText = choices.chance(60);
    for (int at = start; at <= text.length() && at - start < ANY_LENGTH; ) {
      if (choices.chance(15)) {
        break;
      }
      String next =
          isOfText
              ? text.substring(at, at + choices.below(Math.min(40, text.length() - at) + 1))
              : choices.text(letters, 3);
      Part part = new Part(next, choices.chance(20));
      parts.add(part);
      at += Math.max(1, part.length());
    }
    return parts;
  }

  private static Places.Sought sought(Places places, List<Part> parts) {
    Places.Sought sought = places.sought();
    for (Part part : parts) {
      if (part.isAny()) {
        sought.addAny();
      } else if (part.length() % 2 == 0) {
        sought.add(part.text());
      } else {
        sought.addValue(part.text());
      }
    }
    return sought;
  }

  private static int length(List<Part> parts) {
    return parts.stream().mapToInt(Part::length).sum();
  }

  private static int first(List<Part> parts, String text, int from, int to) {
    for (int at = from; at + length(parts) <= to; at++) {
      if (stand(parts, text, at)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean stand(List<Part> parts, String text, int at) {
    int place = at;
    for (Part part : parts) {
      if (!part.standsAt(place, text)) {
        return false;
      }
      place += part.length();
    }
    return true;
  }

  /// As many different characters as there are would take half a gigabyte, were each kept as the
  /// first 128 are, and so would as many different strings.
  @Test
  void Abuse_030_memoryIsInProportionToTheText() {
    String all =
        IntStream.range(0, 0x10000)
            .mapToObj(c -> String.valueOf((char) c))
            .collect(Collectors.joining());
    String characters = "ab".repeat(50) + all;
    String strings =
        all.chars().mapToObj(c -> "*" + (char) c + (char) (c + 1)).collect(Collectors.joining());
    long before = allocated();
    Subject subject = new Subject(characters);
    Places places = subject.places(0, characters.length());
    assertEquals(100, sought(places, List.of(new Part(all, false))).find(0, characters.length()));
    assertFalse(Glob.of(strings).matches(characters, 0, characters.length(), _ -> subject));
    assertEquals(
        Match.NO,
        TextPattern.of("*${a:b, 'ab'}*" + strings, true, true)
            .match(characters, key -> null, _ -> subject));
    for (int i = 0; i < 10_000; i++) {
      places.sought().addValue("x" + i);
    }
    long taken = allocated() - before;
    assertTrue(taken < 200_000_000, () -> taken + " bytes");
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
