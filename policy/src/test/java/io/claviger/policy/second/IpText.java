package io.claviger.policy.second;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Addresses and ranges of IPv4 and IPv6 (§17.6), as strings of bits.
final class IpText {

  private static final int OCTETS = 4;
  private static final int GROUPS = 8;

  private IpText() {}

  /// Whether the address is in the range; unsure if either cannot be read.
  static Kleene isWithin(String range, String address) {
    int slash = range.indexOf('/');
    String start = bits(slash < 0 ? range : range.substring(0, slash));
    String bits = bits(address);
    if (start == null || bits == null) {
      return Kleene.UNSURE;
    }
    int prefix = slash < 0 ? start.length() : prefix(range.substring(slash + 1));
    if (prefix < 0 || prefix > start.length()) {
      return Kleene.UNSURE;
    }
    return Kleene.of(
        bits.length() == start.length() && bits.startsWith(start.substring(0, prefix)));
  }

  private static int prefix(String text) {
    boolean isNumber = !text.isEmpty() && text.length() <= 3 && NumberText.isDigits(text);
    return isNumber ? Integer.parseInt(text) : -1;
  }

  /// The 32 or 128 bits of the address, or null if it is none.
  static @Nullable String bits(String text) {
    return text.contains(":") ? version6(text) : version4(text);
  }

  private static @Nullable String version4(String text) {
    List<String> octets = split(text, '.');
    StringBuilder bits = new StringBuilder();
    for (String octet : octets) {
      boolean isOctet =
          !octet.isEmpty()
              && octet.length() <= 3
              && NumberText.isDigits(octet)
              && (octet.length() == 1 || !octet.startsWith("0"))
              && Integer.parseInt(octet) <= 255;
      if (!isOctet) {
        return null;
      }
      bits.append(binary(Integer.parseInt(octet), 8));
    }
    return octets.size() == OCTETS ? bits.toString() : null;
  }

  private static @Nullable String version6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      String bits = groups(text, true);
      return bits != null && bits.length() == GROUPS * 16 ? bits : null;
    }
    String before = text.substring(0, gap);
    String after = text.substring(gap + 2);
    String left = before.isEmpty() ? "" : groups(before, false);
    String right = after.isEmpty() ? "" : groups(after, true);
    if (left == null || right == null || left.length() + right.length() > (GROUPS - 1) * 16) {
      return null;
    }
    return left + "0".repeat(GROUPS * 16 - left.length() - right.length()) + right;
  }

  /// The bits of groups of up to four hexadecimal digits; the last may be an IPv4 address.
  private static @Nullable String groups(String text, boolean isEnd) {
    List<String> groups = split(text, ':');
    StringBuilder bits = new StringBuilder();
    for (int i = 0; i < groups.size(); i++) {
      String group = groups.get(i);
      String more = isEnd && i == groups.size() - 1 && group.contains(".") ? version4(group) : null;
      if (more == null && isGroup(group)) {
        more = binary(Integer.parseInt(group, 16), 16);
      }
      if (more == null) {
        return null;
      }
      bits.append(more);
    }
    return bits.toString();
  }

  private static boolean isGroup(String text) {
    return !text.isEmpty()
        && text.length() <= 4
        && text.chars().allMatch(c -> "0123456789abcdefABCDEF".indexOf(c) >= 0);
  }

  private static String binary(int number, int length) {
    String bits = Integer.toBinaryString(number);
    return "0".repeat(length - bits.length()) + bits;
  }

  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == separator) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    return parts;
  }
}
