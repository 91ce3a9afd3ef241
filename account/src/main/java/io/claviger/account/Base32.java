package io.claviger.account;

import java.nio.ByteBuffer;
import java.util.Optional;

/// Text in base32: five bits a character, in upper case and without padding.
///
/// Rule: RFC 4648, section 6.
public final class Base32 {

  static final int CHAR_BITS = 5;

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  /// @param value of five bits
  static char character(int value) {
    return ALPHABET.charAt(value);
  }

  /// What a character stands for; negative for one that stands for nothing.
  static int value(char c) {
    return ALPHABET.indexOf(c);
  }

  /// The bytes, a multiple of five, as text.
  public static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << Byte.SIZE) | (b & 0xFF);
      for (bits += Byte.SIZE; bits >= CHAR_BITS; bits -= CHAR_BITS) {
        text.append(character((buffer >> (bits - CHAR_BITS)) & 31));
      }
    }
    return text.toString();
  }

  /// The bytes; empty for what is no such text. Bits that do not fill a byte are dropped.
  public static Optional<byte[]> decode(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * CHAR_BITS / Byte.SIZE);
    long bits = 0;
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = value(text.charAt(i));
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
}
