package io.claviger.cli.names;

import io.claviger.policy.document.AsciiCase;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.IntStream;

/// What somebody may have meant who misspelt a name.
final class Nearest {

  /// More letters that differ make another word.
  private static final int MOST = 2;

  /// Of shorter names, one letter that differs makes half of another word.
  private static final int LETTERS_PER_DIFFERENCE = 3;

  private Nearest() {}

  /// ` Did you mean …?`, or nothing where no name is near.
  static String to(String sought, Collection<String> names) {
    String lower = AsciiCase.lower(sought);
    int most = Math.min(MOST, sought.length() / LETTERS_PER_DIFFERENCE);
    return names.stream()
        .filter(name -> Math.abs(name.length() - sought.length()) <= most)
        .map(name -> new Near(name, distance(lower, AsciiCase.lower(name))))
        .filter(near -> near.distance() <= most)
        .min(Comparator.comparingInt(Near::distance))
        .map(near -> " Did you mean " + near.name() + '?')
        .orElse("");
  }

  private record Near(String name, int distance) {}

  /// How many characters must be added, left out or replaced (Levenshtein).
  private static int distance(String one, String other) {
    int[] before = IntStream.rangeClosed(0, other.length()).toArray();
    for (int i = 1; i <= one.length(); i++) {
      int[] here = new int[before.length];
      here[0] = i;
      for (int j = 1; j < here.length; j++) {
        int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        here[j] = Math.min(replaced, 1 + Math.min(before[j], here[j - 1]));
      }
      before = here;
    }
    return before[other.length()];
  }
}
