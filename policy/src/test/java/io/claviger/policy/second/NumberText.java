package io.claviger.policy.second;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// A decimal number of any size (§17.2): zero, or 0.digits × 10^exponent.
///
/// @param sign -1, 0 or 1
/// @param digits without zeros at either end
record NumberText(int sign, BigInteger exponent, String digits) implements Comparable<NumberText> {

  private static final int MAX_LENGTH = 200;

  /// The number, or null if it is none: an optional sign, digits with an optional point, and an
  /// optional exponent. The last digit's power of ten fits 32 bits (§19).
  static @Nullable NumberText read(String text) {
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    String mantissa = e < 0 ? text : text.substring(0, e);
    String power = e < 0 ? "0" : withoutSign(text.substring(e + 1));
    String unsigned = withoutSign(mantissa);
    int point = unsigned.indexOf('.');
    String whole = point < 0 ? unsigned : unsigned.substring(0, point);
    String fraction = point < 0 ? "" : unsigned.substring(point + 1);
    boolean isNumber =
        text.length() <= MAX_LENGTH
            && isDigits(whole + fraction)
            && isDigits(power)
            && !(whole + fraction).isEmpty()
            && !power.isEmpty();
    if (!isNumber) {
      return null;
    }
    boolean isSmall = e >= 0 && text.startsWith("-", e + 1);
    BigInteger exponent = new BigInteger(isSmall ? "-" + power : power);
    BigInteger ofLastDigit = exponent.subtract(BigInteger.valueOf(fraction.length()));
    return ofLastDigit.negate().bitLength() < Integer.SIZE
        ? of(mantissa.startsWith("-"), whole, fraction, exponent)
        : null;
  }

  private static NumberText of(
      boolean isNegative, String whole, String fraction, BigInteger power) {
    String all = whole + fraction;
    String digits = all;
    while (digits.startsWith("0")) {
      digits = digits.substring(1);
    }
    int zeros = all.length() - digits.length();
    while (digits.endsWith("0")) {
      digits = digits.substring(0, digits.length() - 1);
    }
    if (digits.isEmpty()) {
      return new NumberText(0, BigInteger.ZERO, "");
    }
    BigInteger exponent = power.add(BigInteger.valueOf(whole.length() - zeros));
    return new NumberText(isNegative ? -1 : 1, exponent, digits);
  }

  private static String withoutSign(String text) {
    return text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text;
  }

  static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compareTo(NumberText other) {
    if (sign != other.sign) {
      return Integer.compare(sign, other.sign);
    }
    int bySize = exponent.compareTo(other.exponent);
    return sign * (bySize != 0 ? bySize : digits.compareTo(other.digits));
  }
}
