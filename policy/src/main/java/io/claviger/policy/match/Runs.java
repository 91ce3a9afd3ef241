package io.claviger.policy.match;

import org.jspecify.annotations.Nullable;

/// Which short runs of characters a long text has. Of many patterns that do not match it, most are
/// told by one run that they need and it has not, without being tried.
///
/// A run is kept as one bit at a place that its hash says, so the answers are "no" and "perhaps".
/// Immutable.
public final class Runs {

  /// The mark of a pattern that needs no run.
  public static final int NONE = 0;

  /// How many characters make a run.
  private static final int WIDTH = 4;

  private static final int BITS_PER_CHARACTER = 32;

  /// Shorter texts, as nearly all are, are tried as quickly as they are taken apart.
  private static final int LEAST_LENGTH = 160;

  /// So many characters, at least, are taken apart in the time that it takes to try one pattern.
  private static final int CHARACTERS_PER_PATTERN = 16;

  private static final int LOW_BYTE = 0xFF;

  private final long[] bits;

  /// How far a mark is shifted to be a place.
  private final int shift;

  private Runs(String text) {
    int size = Integer.highestOneBit(text.length() * BITS_PER_CHARACTER);
    this.bits = new long[size / Long.SIZE];
    this.shift = Integer.numberOfLeadingZeros(size) + 1;
    int run = 0;
    for (int at = 0; at < text.length(); at++) {
      run = shifted(run, text.charAt(at));
      // The first three are no run of the text, which does no harm.
      int place = mark(run) >>> shift;
      bits[place / Long.SIZE] |= 1L << place;
    }
  }

  /// The runs of the text; null if so many patterns are sooner tried.
  public static @Nullable Runs of(String text, int patterns) {
    boolean isWorthIt =
        patterns > 0
            && text.length() >= LEAST_LENGTH
            && text.length() / CHARACTERS_PER_PATTERN <= patterns;
    return isWorthIt ? new Runs(text) : null;
  }

  /// Whether the text may have the run that the mark is of.
  public boolean mayHave(int mark) {
    int place = mark >>> shift;
    return mark == NONE || (bits[place / Long.SIZE] & (1L << place)) != 0;
  }

  /// The mark of a run among these characters, all of which a text has in a row that matches: the
  /// run that changes most, since such are rare. [#NONE] if they are too few.
  static int mark(String characters) {
    int best = NONE;
    int most = -1;
    for (int end = WIDTH; end <= characters.length(); end++) {
      int changes = 0;
      int run = 0;
      for (int at = end - WIDTH; at < end; at++) {
        run = shifted(run, characters.charAt(at));
        changes += at > end - WIDTH && characters.charAt(at) != characters.charAt(at - 1) ? 1 : 0;
      }
      if (changes > most) {
        most = changes;
        best = mark(run);
      }
    }
    return best;
  }

  /// The run one character further on. Of each the lower byte is kept: what is taken for another is
  /// tried, and does no harm.
  private static int shifted(int run, char c) {
    return run << Byte.SIZE | (c & LOW_BYTE);
  }

  /// The high bits depend on the whole run.
  private static int mark(int run) {
    return run * 0x9E3779B9;
  }
}
