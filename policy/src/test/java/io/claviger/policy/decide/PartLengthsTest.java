package io.claviger.policy.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.testkit.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// At which lengths texts are looked up.
final class PartLengthsTest {

  /// The lengths that are tried for a text.
  private static List<Integer> tried(PartLengths lengths, String text) {
    List<Integer> tried = new ArrayList<>();
    long far = 0;
    for (int number = 0; number < lengths.count(); number = lengths.next(number, far)) {
      int length = lengths.length(number);
      if (length > text.length()) {
        return tried;
      }
      tried.add(length);
      if (lengths.isLastNear(number)) {
        far = lengths.far(text.substring(0, length).hashCode());
      }
    }
    return tried;
  }

  @Test
  void noLengthIsMissedAtWhichAPartIsFound() {
    Choices.forSeeds(
        2_000,
        choices -> {
          int longest = 1 + choices.below(200);
          Set<String> parts =
              Set.copyOf(
                  choices.listOf(
                      1, 150, one -> one.oneOf("x/", "y/", "") + "k" + one.text("ab", longest)));
          PartLengths lengths = new PartLengths(parts);
          for (String part : parts) {
            String text = part + choices.text("ab", 4);
            List<Integer> tried = tried(lengths, text);
            assertTrue(tried.contains(part.length()), () -> part + " in " + parts);
            assertEquals(new ArrayList<>(new TreeSet<>(tried)), tried);
          }
        });
  }

  @Test
  void ofManyLengthsFewAreTried() {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      parts.add("table/" + (char) ('A' + i) + "-".repeat(i));
    }
    PartLengths lengths = new PartLengths(parts);
    assertEquals(60, lengths.count());
    for (String part : parts) {
      assertTrue(tried(lengths, part + "/x").size() <= 4, part);
    }
    assertTrue(tried(lengths, "index/" + "-".repeat(90)).size() <= 4);
  }

  /// There are more than a bit for each.
  @Test
  void ofHundredsOfLengthsNoneIsMissed() {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      parts.add("x".repeat(i + 1));
      parts.add("table/" + "y".repeat(i));
    }
    PartLengths lengths = new PartLengths(parts);
    for (String part : parts) {
      assertTrue(tried(lengths, part).contains(part.length()), part);
    }
  }

  @Test
  void whereThereAreNoPartsNoLengthIsTried() {
    assertEquals(List.of(), tried(new PartLengths(List.of()), "abc"));
  }
}
