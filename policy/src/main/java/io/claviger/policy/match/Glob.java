package io.claviger.policy.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// A compiled wildcard pattern: `*` is any run of characters, `?` is exactly one (UTF-16 unit).
/// Immutable. Matching is case-sensitive, takes time linear in the text and allocates nothing for
/// ordinary patterns.
///
/// AWS rule: IAM User Guide, "IAM JSON policy elements: Resource", wildcards.
public final class Glob {

  /// The stretches between the `*`; there is one more than there are `*`.
  private final Segment[] segments;

  private final int minLength;

  private Glob(Segment[] segments) {
    this.segments = segments;
    this.minLength = Arrays.stream(segments).mapToInt(Segment::length).sum();
  }

  /// The pattern that `text` spells.
  public static Glob of(String text) {
    Builder builder = new Builder();
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '*' -> builder.run();
        case '?' -> builder.one();
        default -> builder.literal(text.charAt(i));
      }
    }
    return builder.build();
  }

  /// Whether the pattern matches the whole text.
  public boolean matches(String text) {
    return matches(text, 0, text.length());
  }

  /// Whether the pattern matches the whole of `text[from, to)`.
  boolean matches(String text, int from, int to) {
    int last = segments.length - 1;
    if (last == 0) {
      return to - from == minLength && segments[0].standsAt(text, from);
    }
    if (to - from < minLength
        || !segments[0].standsAt(text, from)
        || !segments[last].standsAt(text, to - segments[last].length())) {
      return false;
    }
    int at = from + segments[0].length();
    int end = to - segments[last].length();
    for (int i = 1; i < last; i++) {
      // The first place will do: what follows has the more room, the earlier this one stands.
      int found = segments[i].find(text, at, end);
      if (found < 0) {
        return false;
      }
      at = found + segments[i].length();
    }
    return true;
  }

  /// Puts a pattern together piece by piece, so that a substituted value stays literal.
  static final class Builder {

    private final List<Segment> done = new ArrayList<>();
    private final StringBuilder characters = new StringBuilder();
    private final BitSet wild = new BitSet();

    Builder literal(char c) {
      characters.append(c);
      return this;
    }

    Builder literal(String text) {
      characters.append(text);
      return this;
    }

    Builder one() {
      wild.set(characters.length());
      characters.append('?');
      return this;
    }

    Builder run() {
      endSegment();
      return this;
    }

    Glob build() {
      endSegment();
      return new Glob(done.toArray(Segment[]::new));
    }

    private void endSegment() {
      // Two runs in a row are one, but for the first and last segment, which are anchored.
      if (characters.isEmpty() && done.size() > 1 && done.getLast().length() == 0) {
        return;
      }
      done.add(segment());
      characters.setLength(0);
      wild.clear();
    }

    private Segment segment() {
      String text = characters.toString();
      return new Segment(text, wild.isEmpty() ? null : (BitSet) wild.clone());
    }
  }
}
