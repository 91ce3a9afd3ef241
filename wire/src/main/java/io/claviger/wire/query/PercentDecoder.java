package io.claviger.wire.query;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Turns `a+b%C3%A9` into `a bé`, and refuses what is not exactly that encoding.
final class PercentDecoder {

  private PercentDecoder() {}

  /// The text that the bytes from `start` to before `end` encode, as HTML forms do: a plus is a
  /// space, the rest is percent-encoded UTF-8.
  ///
  /// @throws io.claviger.wire.ServiceError for a percent sign without two hexadecimal digits and
  ///   for bytes that are not UTF-8, overlong forms included
  static String decodeForm(byte[] encoded, int start, int end) {
    byte[] decoded = new byte[end - start];
    int length = 0;
    int at = start;
    while (at < end) {
      byte one = encoded[at];
      if (one == '%') {
        decoded[length++] = (byte) (digit(encoded, at + 1, end) << 4 | digit(encoded, at + 2, end));
        at += 3;
      } else {
        decoded[length++] = one == '+' ? (byte) ' ' : one;
        at++;
      }
    }
    try {
      // A decoder made this way reports malformed input instead of replacing it.
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(decoded, 0, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw QueryErrors.malformedQueryString();
    }
  }

  private static int digit(byte[] encoded, int at, int end) {
    // Character.digit would take digits of other scripts, but a byte cast to char is none of them.
    int digit = at < end ? Character.digit((char) (encoded[at] & 0xff), 16) : -1;
    if (digit < 0) {
      throw QueryErrors.malformedQueryString();
    }
    return digit;
  }
}
