package io.claviger.policy.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A compiled wildcard pattern: `*` is any run of characters, `?` is exactly one (UTF-16 unit).
/// Immutable. Matching is case-sensitive and allocates nothing for ordinary patterns; it takes time
/// linear in the text, by one word of bits for each character of the pattern ([Places]).
///
/// It is kept in few small objects: where many patterns are tried, the time goes to reading them.
///
/// AWS rule: IAM User Guide, "IAM JSON policy elements: Resource", wildcards.
public final class Glob {

  /// So many characters are compared in vain, for each of the text and of the pattern, before the
  /// text is taken apart: to try each place where a segment starts is quadratic on hostile input.
  private static final int PATIENCE = 8;

  private static final int NOWHERE = -1;

  /// Up to this length a text is searched for as the JDK does it.
  private static final int SHORT = 64;

  private static final String[] NO_TEXTS = {};

  /// All but the `*`.
  private final String characters;

  /// Where any character does; null if nowhere.
  private final @Nullable BitSet wild;

  /// Where each segment ends in these: what stands before the first `*`, anchored at the start;
  /// what stands between two; what stands behind the last, anchored at the end.
  private final int[] ends;

  /// Of each segment between two `*` the text that alone stands there; null if it is long, or some
  /// of it stands for any.
  private final @Nullable String[] texts;

  /// The ends of the first segment and of the last but one, kept near.
  private final int firstEnd;

  private final int lastStart;

  private Glob(String characters, @Nullable BitSet wild, int... ends) {
    this.characters = characters;
    this.wild = wild;
    this.ends = ends;
    this.texts = ends.length <= 2 ? NO_TEXTS : texts();
    this.firstEnd = ends[0];
    this.lastStart = ends.length == 1 ? 0 : ends[ends.length - 2];
  }

  private @Nullable String[] texts() {
    @Nullable String[] texts = new String[ends.length - 2];
    for (int i = 0; i < texts.length; i++) {
      boolean isText =
          ends[i + 1] - ends[i] <= SHORT && literalEnd(ends[i], ends[i + 1]) == ends[i + 1];
      texts[i] = isText ? characters.substring(ends[i], ends[i + 1]) : null;
    }
    return texts;
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
    return new Glob(text, null, text.length());
  }

  /// The pattern of these pieces, none of which is a variable.
  static Glob of(List<Piece> pieces) {
    Builder builder = new Builder();
    pieces.forEach(builder::add);
    return builder.build();
  }

  /// Whether the pattern matches the whole text.
  public boolean matches(String text) {
    return matches(text, 0, text.length(), Subjects.NONE);
  }

  /// Whether the pattern matches the whole of `text[from, to)`.
  boolean matches(String text, int from, int to, Subjects subjects) {
    int length = characters.length();
    if (to - from < length || !standsAt(text, from, 0, firstEnd)) {
      return false;
    }
    if (ends.length == 1) {
      return to - from == length;
    }
    return standsAt(text, to - length + lastStart, lastStart, length)
        && (ends.length == 2 || isMiddleMet(text, from, to, subjects));
  }

  private boolean isMiddleMet(String text, int from, int to, Subjects subjects) {
    Subject subject = subjects.of(text);
    Places places = subject == null ? null : subject.placesForMany(from, to);
    if (places == null) {
      Truth met = tryMiddle(text, from, to);
      if (met != Truth.UNKNOWN) {
        return met == Truth.TRUE;
      }
      places = (subject == null ? new Subject(text) : subject).places(from, to);
    }
    return isMiddleMet(places);
  }

  /// Looks where the segments stand, each in the first place behind the one before it: what follows
  /// has the more room, the earlier it stands.
  ///
  /// @return [Truth#UNKNOWN] if that takes too long
  private Truth tryMiddle(String text, int from, int to) {
    int at = from + firstEnd;
    int end = to - characters.length() + lastStart;
    int patience = PATIENCE * (to - from + characters.length());
    for (int i = 0; i < texts.length; i++) {
      int length = ends[i + 1] - ends[i];
      int last = end - length;
      at = tryFrom(i, text, at, last);
      while (at >= 0 && texts[i] == null && !standsAt(text, at, ends[i], ends[i + 1])) {
        patience -= length;
        if (patience < 0) {
          return Truth.UNKNOWN;
        }
        at = tryFrom(i, text, at + 1, last);
      }
      if (at < 0) {
        return Truth.FALSE;
      }
      at += length;
    }
    return Truth.of(at <= end);
  }

  /// The first place from `first` to `last` where a segment between two `*` may stand, as far as
  /// its text tells or else its first character; -1 if it stands nowhere.
  private int tryFrom(int segment, String text, int first, int last) {
    if (first > last) {
      return NOWHERE;
    }
    int start = ends[segment];
    int end = ends[segment + 1];
    String only = texts[segment];
    if (only != null) {
      return text.indexOf(only, first, last + end - start);
    }
    int literal = firstLiteral(start, end);
    return literal == end ? first : placeOf(literal, start, text, first, last);
  }

  /// The first of the characters that stands for itself, or `end`.
  private int firstLiteral(int start, int end) {
    return wild == null ? start : Math.min(wild.nextClearBit(start), end);
  }

  /// Where the segment may stand as far as this one of its characters tells, or [#NOWHERE].
  private int placeOf(int literal, int segmentStart, String text, int first, int last) {
    int before = literal - segmentStart;
    int found = text.indexOf(characters.charAt(literal), first + before, last + before + 1);
    return found < 0 ? NOWHERE : found - before;
  }

  private boolean isMiddleMet(Places places) {
    int at = firstEnd;
    int end = places.length() - characters.length() + lastStart;
    for (int segment = 1; segment < ends.length - 1; segment++) {
      Places.Sought sought = places.sought();
      for (int i = ends[segment - 1]; i < ends[segment]; i++) {
        if (wild != null && wild.get(i)) {
          sought.addAny();
        } else {
          sought.add(characters.charAt(i));
        }
      }
      int found = sought.find(at, end);
      if (found < 0) {
        return false;
      }
      at = found + sought.length();
    }
    return true;
  }

  /// Whether the characters from `start` to `end` stand in the text at `at`, where there is room.
  private boolean standsAt(String text, int at, int start, int end) {
    if (wild == null) {
      return start == end || text.regionMatches(at, characters, start, end - start);
    }
    for (int i = start; i < end; i++) {
      if (text.charAt(at + i - start) != characters.charAt(i) && !wild.get(i)) {
        return false;
      }
    }
    return true;
  }

  /// The mark of a run of characters that every text has that matches, see [Runs].
  int mark() {
    String longest = "";
    int start = 0;
    for (int end : ends) {
      for (int at = firstLiteral(start, end); at < end; ) {
        int behind = literalEnd(at, end);
        longest = behind - at > longest.length() ? characters.substring(at, behind) : longest;
        at = firstLiteral(behind, end);
      }
      start = end;
    }
    return Runs.mark(longest);
  }

  /// The end of the characters from `start` on that stand for themselves, at most `end`.
  private int literalEnd(int start, int end) {
    int next = wild == null ? -1 : wild.nextSetBit(start);
    return next < 0 ? end : Math.min(next, end);
  }

  /// The one text that matches; null if there may be several.
  @Nullable String literal() {
    return ends.length == 1 && wild == null ? characters : null;
  }

  /// How every text that matches starts, if the pattern says no more than that and whether there
  /// may be more behind; else null.
  @Nullable String onlyStart() {
    return firstEnd == characters.length() && wild == null ? characters : null;
  }

  /// How every text that matches starts, as far as the pattern says.
  String prefix() {
    return characters.substring(0, literalEnd(0, firstEnd));
  }

  /// How every text that matches ends, as far as the pattern says.
  String suffix() {
    return characters.substring(wild == null ? lastStart : Math.max(lastStart, wild.length()));
  }

  /// Puts a pattern together piece by piece, so that a substituted value stays literal.
  private static final class Builder {

    private final List<Integer> ends = new ArrayList<>();
    private final StringBuilder characters = new StringBuilder();
    private final BitSet wild = new BitSet();

    /// Adds a character as it is spelt: two of them are wildcards.
    void add(char c) {
      switch (c) {
        case '*' -> addRun();
        case '?' -> addOne();
        default -> characters.append(c);
      }
    }

    /// Two runs in a row are one.
    private void addRun() {
      if (ends.isEmpty() || ends.getLast() < characters.length()) {
        ends.add(characters.length());
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
        case Piece.Run _ -> addRun();
        case Piece.Variable variable ->
            throw new IllegalArgumentException("a variable has no value yet: " + variable.key());
      }
    }

    Glob build() {
      ends.add(characters.length());
      return new Glob(
          characters.toString(),
          wild.isEmpty() ? null : wild,
          ends.stream().mapToInt(Integer::intValue).toArray());
    }
  }
}
