package io.claviger.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Time-based one-time passwords as virtual MFA devices show them: HMAC-SHA-1, steps of 30 seconds,
/// six digits.
///
/// Rule: RFC 6238; RFC 4226, section 5.3.
final class Totp {

  static final int STEP_SECONDS = 30;

  private static final int DIGITS = 6;
  private static final int MODULUS = 1_000_000;

  private Totp() {}

  /// The step that an instant lies in.
  static long step(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
  }

  /// The code of one step, with its leading zeros.
  static String code(byte[] seed, long step) {
    byte[] hash = hmac(seed, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0x0F;
    int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFF_FFFF;
    String digits = Integer.toString(number % MODULUS);
    return "0".repeat(DIGITS - digits.length()) + digits;
  }

  /// Whether the text is six ASCII digits: no spaces, no digits of other scripts.
  static boolean isCode(String text) {
    return text.length() == DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static byte[] hmac(byte[] seed, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(seed, "RAW"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-1 must work on every JDK", e);
    }
  }
}
