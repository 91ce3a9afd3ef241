package io.claviger.policy.match;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The stretch of a pattern between two `*`: characters, some of which may stand for any one.
///
/// Searching takes time linear in the text. One stretch of literal characters is searched as the
/// JDK does it. Where several are apart, or where it is long, trying each place would be quadratic
/// on hostile input: those are searched by the shift-and method, one bit per character.
final class Segment {

  /// Above this length the bits are cheaper than the attempts.
  private static final int SHORT = 64;

  private static final int ASCII = 0x80;

  private final String characters;

  /// Where any character does; null if nowhere.
  private final @Nullable BitSet wild;

  /// How it is searched; null if it is not.
  private final @Nullable Search search;

  Segment(String characters, @Nullable BitSet wild) {
    this(characters, wild, null);
  }

  private Segment(String characters, @Nullable BitSet wild, @Nullable Search search) {
    this.characters = characters;
    this.wild = wild;
    this.search = search;
  }

  /// This segment made ready to be searched; one that is anchored need not be.
  Segment searchable() {
    Stretch stretch = length() <= SHORT ? onlyStretch() : null;
    return new Segment(characters, wild, stretch == null ? new Bits(characters, wild) : stretch);
  }

  /// The stretch of literal characters, of which there may be none; null if there are several.
  private @Nullable Stretch onlyStretch() {
    if (wild == null) {
      return new Stretch(characters, 0, 0);
    }
    int start = Math.min(wild.nextClearBit(0), length());
    int behind = wild.nextSetBit(start);
    int end = behind < 0 ? length() : behind;
    return wild.nextClearBit(end) < length()
        ? null
        : new Stretch(characters.substring(start, end), start, length() - end);
  }

  /// A way to search a text for a segment.
  private sealed interface Search {

    /// The first place in `text[from, to)` where the segment stands, or -1.
    int find(String text, int from, int to);
  }

  /// By its one stretch of literal characters.
  ///
  /// @param before how many of any character stand before it
  /// @param after how many stand behind it
  private record Stretch(String characters, int before, int after) implements Search {
    @Override
    public int find(String text, int from, int to) {
      int start = from + before;
      int end = to - after;
      int found = start <= end ? text.indexOf(characters, start, end) : -1;
      return found < 0 ? -1 : found - before;
    }
  }

  int length() {
    return characters.length();
  }

  /// The text that alone stands here; null if some of it stands for any.
  @Nullable String literal() {
    return wild == null ? characters : null;
  }

  /// The characters before the first that stands for any.
  String literalStart() {
    return wild == null ? characters : characters.substring(0, wild.nextSetBit(0));
  }

  /// The characters behind the last that stands for any.
  String literalEnd() {
    return wild == null ? characters : characters.substring(wild.length());
  }

  /// The longest stretch of characters that all stand for themselves.
  String longestStretch() {
    BitSet any = wild;
    if (any == null) {
      return characters;
    }
    String longest = "";
    for (int start = any.nextClearBit(0); start < length(); ) {
      int behind = any.nextSetBit(start);
      int end = behind < 0 ? length() : behind;
      longest = end - start > longest.length() ? characters.substring(start, end) : longest;
      start = any.nextClearBit(end);
    }
    return longest;
  }

  /// The first place in `text[from, to)` where the segment stands, or -1. It must be
  /// [searchable][#searchable].
  int find(String text, int from, int to) {
    return Objects.requireNonNull(search).find(text, from, to);
  }

  /// Whether the segment stands in `text` at `from`, where at least its length is left.
  boolean standsAt(String text, int from) {
    for (int i = 0; i < length(); i++) {
      boolean isWild = wild != null && wild.get(i);
      if (!isWild && text.charAt(from + i) != characters.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// For each character the places of the segment where it fits, as bits.
  private static final class Bits implements Search {

    private final int length;

    /// Of the places where any character fits.
    private final long[] anywhere;

    /// By character.
    private final long[][] ascii = new long[ASCII][];

    /// By character beyond ASCII.
    private final Map<Character, long[]> others = new HashMap<>();

    Bits(String characters, @Nullable BitSet wild) {
      this.length = characters.length();
      long[] set = wild == null ? new long[0] : wild.toLongArray();
      this.anywhere = Arrays.copyOf(set, (length + Long.SIZE - 1) / Long.SIZE);
      for (int c = 0; c < ASCII; c++) {
        // Characters that the segment does not name share one array.
        ascii[c] = characters.indexOf(c) < 0 ? anywhere : anywhere.clone();
      }
      for (int i = 0; i < length; i++) {
        char c = characters.charAt(i);
        if (wild == null || !wild.get(i)) {
          add(c < ASCII ? ascii[c] : others.computeIfAbsent(c, _ -> anywhere.clone()), i);
        }
      }
    }

    private static void add(long[] places, int place) {
      places[place / Long.SIZE] |= 1L << place;
    }

    private long[] fitting(char c) {
      return c < ASCII ? ascii[c] : others.getOrDefault(c, anywhere);
    }

    @Override
    public int find(String text, int from, int to) {
      return anywhere.length == 1 ? findShort(text, from, to) : findLong(text, from, to);
    }

    private int findShort(String text, int from, int to) {
      long wanted = 1L << (length - 1);
      long state = 0;
      for (int at = from; at < to; at++) {
        state = ((state << 1) | 1) & fitting(text.charAt(at))[0];
        if ((state & wanted) != 0) {
          return at - length + 1;
        }
      }
      return -1;
    }

    private int findLong(String text, int from, int to) {
      int last = length - 1;
      long[] state = new long[anywhere.length];
      for (int at = from; at < to; at++) {
        shift(state, fitting(text.charAt(at)));
        if ((state[last / Long.SIZE] & (1L << last)) != 0) {
          return at - last;
        }
      }
      return -1;
    }

    /// Bit `i` of the state says that the segment's first `i + 1` characters end here.
    private static void shift(long[] state, long[] fitting) {
      long carry = 1;
      for (int word = 0; word < state.length; word++) {
        long next = state[word] >>> (Long.SIZE - 1);
        state[word] = ((state[word] << 1) | carry) & fitting[word];
        carry = next;
      }
    }
  }
}
