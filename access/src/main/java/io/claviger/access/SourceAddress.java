package io.claviger.access;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.StringJoiner;

/// The text of the address a request came from, as `aws:SourceIp` and audit events show it.
public final class SourceAddress {

  private static final byte[] MAPPED_PREFIX = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};
  private static final int V4_BYTES = 4;
  private static final int GROUPS = 8;

  private SourceAddress() {}

  /// The address in its one usual form: an IPv4 address with dots, also where it came mapped into
  /// IPv6; an IPv6 address as RFC 5952 writes it, without a zone.
  public static String text(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length == V4_BYTES) {
      return dotted(bytes);
    }
    int prefix = MAPPED_PREFIX.length;
    boolean isMapped = Arrays.equals(bytes, 0, prefix, MAPPED_PREFIX, 0, prefix);
    return isMapped ? dotted(Arrays.copyOfRange(bytes, prefix, bytes.length)) : grouped(bytes);
  }

  private static String dotted(byte[] bytes) {
    StringJoiner text = new StringJoiner(".");
    for (byte b : bytes) {
      text.add(Integer.toString(b & 0xFF));
    }
    return text.toString();
  }

  private static String grouped(byte[] bytes) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = (bytes[2 * i] & 0xFF) << 8 | (bytes[2 * i + 1] & 0xFF);
    }
    int start = 0;
    int length = 0;
    for (int i = 0; i < GROUPS; i++) {
      int run = zerosFrom(groups, i);
      if (run > length) {
        start = i;
        length = run;
      }
    }
    // RFC 5952, section 4.2.2: a single group of zeros is not shortened.
    return length < 2
        ? hex(groups, 0, GROUPS)
        : hex(groups, 0, start) + "::" + hex(groups, start + length, GROUPS);
  }

  private static int zerosFrom(int[] groups, int from) {
    int end = from;
    while (end < GROUPS && groups[end] == 0) {
      end++;
    }
    return end - from;
  }

  private static String hex(int[] groups, int from, int to) {
    StringJoiner text = new StringJoiner(":");
    for (int i = from; i < to; i++) {
      text.add(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }
}
