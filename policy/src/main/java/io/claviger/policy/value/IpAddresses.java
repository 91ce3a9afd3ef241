package io.claviger.policy.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads the textual forms of IP addresses; never asks a name server, takes no zone ids and no
/// octal.
final class IpAddresses {

  private static final int V4_BYTES = 4;
  private static final int V6_BYTES = 16;
  private static final int MAX_V6_DIGITS = 4;
  private static final int MAX_CHARACTERS = 64;

  private IpAddresses() {}

  /// The 4 or 16 bytes, or null if the text is no address.
  static byte @Nullable [] parse(String text) {
    if (text.length() > MAX_CHARACTERS) {
      return null;
    }
    return text.indexOf(':') >= 0 ? parseV6(text) : parseV4(text);
  }

  private static byte @Nullable [] parseV4(String text) {
    long address = v4(text);
    if (address < 0) {
      return null;
    }
    byte[] bytes = new byte[V4_BYTES];
    for (int i = 0; i < V4_BYTES; i++) {
      bytes[i] = (byte) (address >> ((V4_BYTES - 1 - i) * Byte.SIZE));
    }
    return bytes;
  }

  /// The 32 bits of an address of version 4.
  static long bits(byte[] v4) {
    long bits = 0;
    for (byte part : v4) {
      bits = bits << Byte.SIZE | (part & 0xff);
    }
    return bits;
  }

  /// The 32 bits of an address of version 4; -1 if the text is none.
  static long v4(String text) {
    long address = 0;
    int part = -1;
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && part >= 0 && dots < V4_BYTES - 1) {
        address = (address << Byte.SIZE) | part;
        part = -1;
        dots++;
      } else if (c >= '0' && c <= '9' && part != 0) {
        part = Math.max(part, 0) * 10 + c - '0';
      } else {
        // Among others a digit behind a leading zero, which some would read as octal.
        return -1;
      }
      if (part > 0xff) {
        return -1;
      }
    }
    return dots == V4_BYTES - 1 && part >= 0 ? (address << Byte.SIZE) | part : -1;
  }

  private static byte @Nullable [] parseV6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      byte[] whole = parseGroups(text, true);
      return whole != null && whole.length == V6_BYTES ? whole : null;
    }
    byte[] head = parseGroups(text.substring(0, gap), false);
    byte[] tail = parseGroups(text.substring(gap + 2), true);
    if (head == null || tail == null || head.length + tail.length > V6_BYTES - 2) {
      return null;
    }
    byte[] bytes = Arrays.copyOf(head, V6_BYTES);
    System.arraycopy(tail, 0, bytes, V6_BYTES - tail.length, tail.length);
    return bytes;
  }

  /// Groups of 16 bits between colons.
  ///
  /// @param isEnd whether the address ends here; its last group may be an address of version 4
  private static byte @Nullable [] parseGroups(String text, boolean isEnd) {
    byte[] bytes = new byte[V6_BYTES];
    int count = 0;
    for (int start = 0; start < text.length(); ) {
      int colon = text.indexOf(':', start);
      int end = colon < 0 ? text.length() : colon;
      byte[] group = parseGroup(text.substring(start, end), isEnd && colon < 0);
      if (group == null || count + group.length > V6_BYTES || colon == text.length() - 1) {
        return null;
      }
      System.arraycopy(group, 0, bytes, count, group.length);
      count += group.length;
      start = end + 1;
    }
    return Arrays.copyOf(bytes, count);
  }

  private static byte @Nullable [] parseGroup(String group, boolean isLast) {
    if (isLast && group.indexOf('.') >= 0) {
      return parseV4(group);
    }
    int value = group.length() > MAX_V6_DIGITS ? -1 : number(group, 0, group.length(), 16);
    return value < 0 ? null : new byte[] {(byte) (value >> 8), (byte) value};
  }

  /// The number that the digits `text[from, to)` spell, at most four of them; -1 if they do not.
  static int number(String text, int from, int to, int radix) {
    int value = from < to && to - from <= MAX_V6_DIGITS ? 0 : -1;
    for (int i = from; i < to && value >= 0; i++) {
      char c = text.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, radix) : -1;
      value = digit < 0 ? -1 : value * radix + digit;
    }
    return value;
  }
}
