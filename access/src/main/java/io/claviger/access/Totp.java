package io.claviger.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
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
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int CHAR_BITS = 5;

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

  /// The bytes of a seed in base32, RFC 4648, in upper case and without padding; empty for any
  /// other text. Bits that do not fill a byte are dropped.
  static Optional<byte[]> seed(String base32) {
    ByteBuffer bytes = ByteBuffer.allocate(base32.length() * CHAR_BITS / Byte.SIZE);
    long bits = 0;
    int count = 0;
    for (int i = 0; i < base32.length(); i++) {
      int value = BASE32.indexOf(base32.charAt(i));
      if (value < 0) {
        return Optional.empty();
      }
      bits = (bits << CHAR_BITS | value) & 0xFFFF;
      count += CHAR_BITS;
      if (count >= Byte.SIZE) {
        count -= Byte.SIZE;
        bytes.put((byte) (bits >> count));
      }
    }
    return Optional.of(bytes.array());
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
