package io.claviger.policy.value;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Numbers as policies and requests spell them: integers and decimals, with or without an exponent,
/// of any size.
public final class Numbers {

  /// So that nobody makes us multiply out a million digits.
  private static final int MAX_CHARACTERS = 200;

  /// What [#quick] says of all that it does not read.
  public static final long NOT_QUICK = Long.MIN_VALUE;

  private static final int MAX_QUICK_DIGITS = 18;

  private Numbers() {}

  /// The number, if it is a plain one of at most 18 digits, without making an object of it. The
  /// same number that [#parse] reads.
  static long quick(String text) {
    return text.isEmpty() || text.length() > MAX_QUICK_DIGITS
        ? NOT_QUICK
        : digits(text, 0, text.length());
  }

  /// The number that `text[from, to)` spells in digits; [#NOT_QUICK] if there is anything else.
  static long digits(String text, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!isDigit(c)) {
        return NOT_QUICK;
      }
      number = 10 * number + c - '0';
    }
    return number;
  }

  /// The number, if it is whole and of at most 18 digits, as a `long`; else [#NOT_QUICK].
  public static long quick(BigDecimal number) {
    boolean isWhole = number.scale() <= 0;
    long digits = (long) number.precision() - number.scale();
    return isWhole && digits <= MAX_QUICK_DIGITS ? number.longValue() : NOT_QUICK;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// The number, or null if the text is none.
  public static @Nullable BigDecimal parse(String text) {
    if (text.length() > MAX_CHARACTERS || !isAscii(text)) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException _) {
      return null;
    }
  }

  /// The JDK also takes the digits of other scripts.
  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
