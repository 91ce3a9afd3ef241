package io.claviger.policy.second;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Bytes as base64 (§17.5).
final class BinaryText {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private BinaryText() {}

  /// Whether the request's value is, in base64 or as text, the bytes that the policy gives in
  /// base64; unsure if that is none.
  static Kleene isSame(String wanted, String value) {
    byte[] bytes = read(wanted);
    if (bytes == null) {
      return Kleene.UNSURE;
    }
    return Kleene.of(
        Arrays.equals(bytes, read(value))
            || Arrays.equals(bytes, value.getBytes(StandardCharsets.UTF_8)));
  }

  /// The bytes, or null if the text is no base64. It may lack its padding.
  static byte @Nullable [] read(String text) {
    int end = text.length();
    while (end > 0 && end > text.length() - 2 && text.charAt(end - 1) == '=') {
      end--;
    }
    boolean isPadded = end < text.length();
    if (end % 4 == 1 || (isPadded && text.length() % 4 != 0)) {
      return null;
    }
    byte[] bytes = new byte[end * 6 / 8];
    int bits = 0;
    int count = 0;
    int at = 0;
    for (int i = 0; i < end; i++) {
      int six = ALPHABET.indexOf(text.charAt(i));
      if (six < 0) {
        return null;
      }
      bits = (bits << 6 | six) & 0xFFFF;
      count += 6;
      if (count >= 8) {
        count -= 8;
        bytes[at++] = (byte) (bits >> count);
      }
    }
    return bytes;
  }
}
