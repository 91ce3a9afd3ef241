package io.claviger.policy.match;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
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

  /// How it is searched by bits; null if it is not.
  private final @Nullable Bits bits;

  Segment(String characters, @Nullable BitSet wild) {
    this(characters, wild, null);
  }

  private Segment(String characters, @Nullable BitSet wild, @Nullable Bits bits) {
    this.characters = characters;
    this.wild = wild;
    this.bits = bits;
  }

  /// This segment made ready to be searched; one that is anchored need not be.
  Segment searchable() {
    boolean isPlain = characters.length() <= SHORT && (wild == null || hasOneStretch(wild));
    return isPlain ? this : new Segment(characters, wild, new Bits(characters, wild));
  }

  private boolean hasOneStretch(BitSet any) {
    int start = any.nextClearBit(0);
    int end = any.nextSetBit(start);
    return end < 0 || any.nextClearBit(end) >= length();
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

  /// Whether the segment stands in `text` at `from`, where at least its length is left.
  boolean standsAt(String text, int from) {
    BitSet any = wild;
    if (any == null) {
      return text.startsWith(characters, from);
    }
    for (int i = 0; i < length(); i++) {
      if (!any.get(i) && text.charAt(from + i) != characters.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// The first place in `text[from, to)` where the segment stands, or -1.
  int find(String text, int from, int to) {
    if (bits != null) {
      return bits.find(text, from, to);
    }
    if (from + length() > to) {
      return -1;
    }
    return wild == null ? text.indexOf(characters, from, to) : findStretch(wild, text, from, to);
  }

  /// The one stretch of literal characters, and so many of any around it.
  private int findStretch(BitSet any, String text, int from, int to) {
    int start = any.nextClearBit(0);
    if (start >= length()) {
      return from;
    }
    int behind = any.nextSetBit(start);
    int end = behind < 0 ? length() : behind;
    int found = text.indexOf(characters.substring(start, end), from + start, to - (length() - end));
    return found < 0 ? -1 : found - start;
  }

  /// For each character the places of the segment where it fits, as bits.
  private static final class Bits {

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

    int find(String text, int from, int to) {
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
