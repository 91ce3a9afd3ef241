package io.claviger.policy.match;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A text that patterns are matched against, one after the other. Once they are many, what is
/// worked out for one serves the next. Used by one thread.
public final class Subject {

  /// So many patterns are sooner tried than the text is taken apart.
  private static final int FEW = 8;

  /// In the time that one pattern takes, so many characters are taken apart.
  private static final int CHARACTERS_PER_PATTERN = 32;

  private static final Places[] NONE = {};

  private final String text;
  private int tried;
  private @Nullable Runs runs;

  /// Of the parts of the text that were taken apart: of an ARN, these are its fields.
  private Places[] made = NONE;

  public Subject(String text) {
    this.text = text;
  }

  /// The runs of the text; null if so many patterns are sooner tried.
  public @Nullable Runs runs(int patterns) {
    if (runs == null) {
      runs = Runs.of(text, patterns);
    }
    return runs;
  }

  /// The places in `text[from, to)`, to try one more pattern on; null if so few were tried that
  /// these are not worth making.
  @Nullable Places placesForMany(int from, int to) {
    tried++;
    return tried <= FEW || tried <= (to - from) / CHARACTERS_PER_PATTERN ? null : places(from, to);
  }

  /// The places in `text[from, to)`.
  Places places(int from, int to) {
    for (Places places : made) {
      if (places.areOf(from, to)) {
        return places;
      }
    }
    Places places = new Places(text, from, to);
    made = Arrays.copyOf(made, made.length + 1);
    made[made.length - 1] = places;
    return places;
  }
}
