package io.claviger.policy.match;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The stretch of a pattern between two `*`: characters, some of which may stand for any one.
///
/// Searching takes time linear in the text. Short segments are tried at each place; long ones are
/// searched by the shift-and method, one bit per character of the segment, since trying each place
/// would be quadratic on hostile input.
final class Segment {

  /// Above this length the bits are cheaper than the attempts.
  private static final int SHORT = 64;

  private static final long[] NO_BITS = {};

  private final String characters;

  /// Where any character does; null if nowhere.
  private final @Nullable BitSet wild;

  /// For each character of a long segment the places where it fits, as bits; null for a short one.
  private final @Nullable Map<Character, long[]> places;

  private final long[] wildPlaces;

  Segment(String characters, @Nullable BitSet wild) {
    this.characters = characters;
    this.wild = wild;
    this.wildPlaces = NO_BITS;
    this.places = null;
  }

  /// @param longer a segment that is to be searched
  private Segment(Segment longer) {
    this.characters = longer.characters;
    this.wild = longer.wild;
    this.wildPlaces = new long[words()];
    this.places = places();
  }

  /// This segment made ready to be searched; one that is anchored need not be.
  Segment searchable() {
    return characters.length() <= SHORT ? this : new Segment(this);
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
    Map<Character, long[]> bits = places;
    if (bits != null) {
      return findLong(bits, text, from, to);
    }
    if (wild == null) {
      return from > to ? -1 : text.indexOf(characters, from, to);
    }
    for (int at = from; at + length() <= to; at++) {
      if (standsAt(text, at)) {
        return at;
      }
    }
    return -1;
  }

  private int findLong(Map<Character, long[]> bits, String text, int from, int to) {
    int last = length() - 1;
    long[] state = new long[words()];
    for (int at = from; at < to; at++) {
      shift(state, bits.getOrDefault(text.charAt(at), wildPlaces));
      if ((state[last >> 6] & (1L << last)) != 0) {
        return at - last;
      }
    }
    return -1;
  }

  /// Bit `i` of the state says that the segment's first `i + 1` characters end here.
  private static void shift(long[] state, long[] fitting) {
    long carry = 1;
    for (int word = 0; word < state.length; word++) {
      long next = state[word] >>> 63;
      state[word] = ((state[word] << 1) | carry) & fitting[word];
      carry = next;
    }
  }

  private int words() {
    return (length() + 63) >> 6;
  }

  private Map<Character, long[]> places() {
    BitSet any = wild;
    if (any != null) {
      long[] set = any.toLongArray();
      System.arraycopy(set, 0, wildPlaces, 0, set.length);
    }
    Map<Character, long[]> bits = new HashMap<>();
    for (int i = 0; i < length(); i++) {
      if (any == null || !any.get(i)) {
        bits.computeIfAbsent(characters.charAt(i), _ -> wildPlaces.clone())[i >> 6] |= 1L << i;
      }
    }
    return bits;
  }
}
