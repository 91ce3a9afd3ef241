package io.claviger.policy.value;

/// A value's text as a number: what most conditions ask of it. Made once, when a request is made
/// ready, so that a condition need not read the text, which lies elsewhere in memory and must be
/// parsed, again and again.
///
/// A code has a [kind][#kind] and, below it, what the text says. Equal texts have equal codes.
/// Texts of equal codes are equal, too, but for those of the kind [#TEXT].
public final class ValueCode {

  /// The code of what is no single text.
  public static final long NONE = 0;

  // The kinds of text.

  /// Any that is of no other kind.
  public static final int TEXT = 1;

  /// At most ten small letters, digits and hyphens.
  public static final int WORD = 2;

  /// The same with one large letter or more.
  public static final int MIXED_WORD = 3;

  /// A whole number as one writes it, of at most 18 digits.
  public static final int NUMBER = 4;

  /// A time from 1970 on as AWS writes it, `2024-01-31T12:34:56Z`, in seconds.
  public static final int TIME = 5;

  /// An address of version 4.
  public static final int ADDRESS = 6;

  /// Eleven or twelve small letters, digits and hyphens, as regions and organizations are named.
  /// What it says takes three bits of the kind, too: it is the only kind of the upper half.
  public static final int LONG_WORD = 8;

  private static final int KIND_SHIFT = 60;

  /// The most that can be said below the kind.
  public static final long MOST = (1L << KIND_SHIFT) - 1;

  /// So many characters of each end tell texts apart.
  private static final int OUTLINED = 3;

  private static final long LOW_BYTE = 0xFF;

  private static final int WORD_LENGTH = 10;
  private static final int BITS_PER_CHARACTER = 6;
  private static final int LONG_WORD_LENGTH = 12;

  /// The characters of words, which are numbered from 1 on; the large letters come last.
  private static final String OF_WORDS =
      "-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private static final int LARGE_A = OF_WORDS.indexOf('A') + 1;

  /// By character its number; 0 for those that words have not.
  private static final byte[] NUMBERS = new byte[Byte.MAX_VALUE + 1];

  static {
    for (int i = 0; i < OF_WORDS.length(); i++) {
      NUMBERS[OF_WORDS.charAt(i)] = (byte) (i + 1);
    }
  }

  private ValueCode() {}

  /// The code of a text.
  public static long of(String text) {
    if (!text.isEmpty() && Numbers.isDigit(text.charAt(0))) {
      long figures = ofFigures(text);
      if (figures != NONE) {
        return figures;
      }
    }
    long word =
        text.length() <= WORD_LENGTH
            ? ofWord(text)
            : text.length() <= LONG_WORD_LENGTH ? ofLongWord(text) : NONE;
    return word == NONE ? of(TEXT, outline(text)) : word;
  }

  /// The code that a text has that says this.
  ///
  /// @param said 0 to [#MOST]
  public static long of(int kind, long said) {
    return ((long) kind << KIND_SHIFT) | said;
  }

  /// The kind of a text; 0 for [#NONE].
  public static int kind(long code) {
    return code < 0 ? LONG_WORD : (int) (code >>> KIND_SHIFT);
  }

  /// The code of a text that starts with a digit, if it is that of a number, a time or an address.
  private static long ofFigures(String text) {
    long number = Numbers.quick(text);
    if (number != Numbers.NOT_QUICK) {
      boolean isUsual = text.charAt(0) != '0' || text.length() == 1;
      return isUsual ? of(NUMBER, number) : NONE;
    }
    long time = Timestamps.quick(text);
    if (time >= 0) {
      return of(TIME, time);
    }
    long address = IpAddresses.v4(text);
    return address < 0 ? NONE : of(ADDRESS, address);
  }

  /// Says how long a text is, and of three characters at each end the lower bytes: that tells most
  /// texts apart, and is quicker to find than a hash of all.
  private static long outline(String text) {
    int length = text.length();
    long outline = length;
    for (int i = 0; i < OUTLINED; i++) {
      outline = (outline << Byte.SIZE) | (i < length ? text.charAt(i) & LOW_BYTE : 0);
      outline = (outline << Byte.SIZE) | (i < length ? text.charAt(length - 1 - i) & LOW_BYTE : 0);
    }
    return outline & MOST;
  }

  /// What the codes of kind [#TEXT] have in common whose texts start and end alike.
  ///
  /// @param mask the bits that say it
  /// @param bits what they are
  public record Ends(long mask, long bits) {

    /// Of the texts that start and end so. The two may overlap.
    public static Ends of(String start, String end) {
      long mask = 0;
      long bits = 0;
      for (int i = 0; i < OUTLINED; i++) {
        mask <<= 2 * Byte.SIZE;
        bits <<= 2 * Byte.SIZE;
        if (i < start.length()) {
          mask |= LOW_BYTE << Byte.SIZE;
          bits |= (start.charAt(i) & LOW_BYTE) << Byte.SIZE;
        }
        if (i < end.length()) {
          mask |= LOW_BYTE;
          bits |= end.charAt(end.length() - 1 - i) & LOW_BYTE;
        }
      }
      return new Ends(mask, bits);
    }
  }

  private static long ofWord(String text) {
    long said = 0;
    int kind = WORD;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      int number = c < NUMBERS.length ? NUMBERS[c] : 0;
      if (number == 0) {
        return NONE;
      }
      if (number >= LARGE_A) {
        kind = MIXED_WORD;
      }
      said = said << BITS_PER_CHARACTER | number;
    }
    return of(kind, said);
  }

  private static long ofLongWord(String text) {
    long said = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      int number = c < NUMBERS.length ? NUMBERS[c] : 0;
      if (number == 0 || number >= LARGE_A) {
        return NONE;
      }
      // Twelve numbers below 38 take 63 bits.
      said = said * LARGE_A + number;
    }
    return Long.MIN_VALUE | said;
  }
}
