package io.claviger.testkit;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// As much of the encoding of ASN.1 as certificates need.
final class Der {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private Der() {}

  static byte[] of(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = content.size();
    if (length < 0x80) {
      out.write(length);
    } else if (length < 0x100) {
      out.write(0x81);
      out.write(length);
    } else {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length & 0xFF);
    }
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }

  static byte[] sequence(byte[]... parts) {
    return of(0x30, parts);
  }

  static byte[] set(byte[]... parts) {
    return of(0x31, parts);
  }

  static byte[] integer(BigInteger value) {
    return of(0x02, value.toByteArray());
  }

  static byte[] text(String value) {
    return of(0x0C, value.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] time(Instant value) {
    return of(0x18, TIME.format(value).getBytes(StandardCharsets.US_ASCII));
  }

  static byte[] octets(byte[] value) {
    return of(0x04, value);
  }

  static byte[] bits(byte[] value) {
    return of(0x03, new byte[] {0}, value);
  }

  static byte[] yes() {
    return of(0x01, new byte[] {(byte) 0xFF});
  }

  static byte[] nothing() {
    return of(0x05);
  }

  /// @param dotted `2.5.4.3`
  static byte[] oid(String dotted) {
    String[] arcs = dotted.split("\\.", -1);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.write(Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
    for (int i = 2; i < arcs.length; i++) {
      int arc = Integer.parseInt(arcs[i]);
      for (int shift = 28; shift > 0; shift -= 7) {
        if (arc >> shift != 0) {
          content.write(((arc >> shift) & 0x7F) | 0x80);
        }
      }
      content.write(arc & 0x7F);
    }
    return of(0x06, content.toByteArray());
  }
}
