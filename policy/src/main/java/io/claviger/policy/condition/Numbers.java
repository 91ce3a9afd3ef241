package io.claviger.policy.condition;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Numbers as policies and requests spell them: integers and decimals, with or without an exponent,
/// of any size.
final class Numbers {

  /// So that nobody makes us multiply out a million digits.
  private static final int MAX_CHARACTERS = 200;

  private Numbers() {}

  /// The number, or null if the text is none.
  static @Nullable BigDecimal parse(String text) {
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
    return text.chars().allMatch(c -> c < 0x80);
  }
}
