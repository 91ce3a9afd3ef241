package io.claviger.policy.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A compiled wildcard pattern: `*` is any run of characters, `?` is exactly one (UTF-16 unit).
/// Immutable. Matching is case-sensitive, takes time linear in the text and allocates nothing for
/// ordinary patterns.
///
/// AWS rule: IAM User Guide, "IAM JSON policy elements: Resource", wildcards.
public final class Glob {

  private static final Segment[] NONE = {};

  /// What stands before the first `*`, anchored at the start; without a `*` the whole pattern.
  private final Segment first;

  /// What stands between two `*`, in order.
  private final Segment[] middle;

  /// What stands behind the last `*`, anchored at the end; null if there is no `*`.
  private final @Nullable Segment last;

  private final int minLength;

  // What the first and the last are in most patterns, kept near: the text alone that stands there.
  private final @Nullable String firstText;
  private final @Nullable String lastText;

  /// @param segments the stretches between the `*`; one more than there are `*`
  private Glob(List<Segment> segments) {
    int count = segments.size();
    this.first = segments.getFirst();
    this.last = count == 1 ? null : segments.getLast();
    this.middle = count <= 2 ? NONE : new Segment[count - 2];
    for (int i = 0; i < middle.length; i++) {
      middle[i] = segments.get(i + 1).searchable();
    }
    int length = 0;
    for (int i = 0; i < count; i++) {
      length += segments.get(i).length();
    }
    this.minLength = length;
    this.firstText = first.literal();
    this.lastText = last == null ? null : last.literal();
  }

  /// The pattern that `text` spells.
  public static Glob of(String text) {
    if (text.indexOf('*') < 0 && text.indexOf('?') < 0) {
      return literal(text);
    }
    Builder builder = new Builder();
    for (int i = 0; i < text.length(); i++) {
      builder.add(text.charAt(i));
    }
    return builder.build();
  }

  /// The pattern that `text` alone matches, whatever is in it.
  static Glob literal(String text) {
    return new Glob(List.of(new Segment(text, null)));
  }

  /// The pattern of these pieces, none of which is a variable.
  static Glob of(List<Piece> pieces) {
    Builder builder = new Builder();
    pieces.forEach(builder::add);
    return builder.build();
  }

  /// Whether the pattern matches the whole text.
  public boolean matches(String text) {
    return matches(text, 0, text.length());
  }

  /// Whether the pattern matches the whole of `text[from, to)`.
  boolean matches(String text, int from, int to) {
    if (to - from < minLength || !startsAt(text, from)) {
      return false;
    }
    return last == null
        ? to - from == minLength
        : endsAt(text, to, last)
            && (middle.length == 0
                || middleStands(text, from + first.length(), to - last.length()));
  }

  private boolean startsAt(String text, int from) {
    return firstText == null ? first.standsAt(text, from) : text.startsWith(firstText, from);
  }

  private boolean endsAt(String text, int to, Segment end) {
    return lastText == null
        ? end.standsAt(text, to - end.length())
        : lastText.isEmpty() || text.startsWith(lastText, to - lastText.length());
  }

  private boolean middleStands(String text, int from, int to) {
    int at = from;
    for (Segment segment : middle) {
      // The first place will do: what follows has the more room, the earlier this one stands.
      int found = segment.find(text, at, to);
      if (found < 0) {
        return false;
      }
      at = found + segment.length();
    }
    return true;
  }

  /// The mark of a run of characters that every text has that matches, see [Runs].
  int mark() {
    String longest = longer(first, last == null ? first : last);
    for (Segment segment : middle) {
      String stretch = segment.longestStretch();
      longest = stretch.length() > longest.length() ? stretch : longest;
    }
    return Runs.mark(longest);
  }

  private static String longer(Segment one, Segment other) {
    String stretch = one.longestStretch();
    String another = other.longestStretch();
    return stretch.length() < another.length() ? another : stretch;
  }

  /// The one text that matches; null if there may be several.
  @Nullable String literal() {
    return last == null ? first.literal() : null;
  }

  /// How every text that matches starts, if the pattern says no more than that and whether there
  /// may be more behind; else null.
  @Nullable String onlyStart() {
    return last == null || (middle.length == 0 && last.length() == 0) ? first.literal() : null;
  }

  /// How every text that matches starts, as far as the pattern says.
  String prefix() {
    return first.literalStart();
  }

  /// How every text that matches ends, as far as the pattern says.
  String suffix() {
    return last == null ? first.literalEnd() : last.literalEnd();
  }

  /// Puts a pattern together piece by piece, so that a substituted value stays literal.
  private static final class Builder {

    private final List<Segment> done = new ArrayList<>();
    private final StringBuilder characters = new StringBuilder();
    private final BitSet wild = new BitSet();

    /// Adds a character as it is spelt: two of them are wildcards.
    void add(char c) {
      switch (c) {
        case '*' -> endSegment();
        case '?' -> addOne();
        default -> characters.append(c);
      }
    }

    private void addOne() {
      wild.set(characters.length());
      characters.append('?');
    }

    void add(Piece piece) {
      switch (piece) {
        case Piece.Literal(char c) -> characters.append(c);
        case Piece.Text(String text) -> characters.append(text);
        case Piece.One _ -> addOne();
        case Piece.Run _ -> endSegment();
        case Piece.Variable variable ->
            throw new IllegalArgumentException("a variable has no value yet: " + variable.key());
      }
    }

    Glob build() {
      endSegment();
      return new Glob(done);
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
      return new Segment(characters.toString(), wild.isEmpty() ? null : (BitSet) wild.clone());
    }
  }
}
