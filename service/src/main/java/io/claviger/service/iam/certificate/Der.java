package io.claviger.service.iam.certificate;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One value in DER (X.690): as little of it as telling the forms of private keys apart takes.
final class Der {

  static final int INTEGER = 0x02;
  static final int OCTET_STRING = 0x04;
  static final int OBJECT_IDENTIFIER = 0x06;
  static final int SEQUENCE = 0x30;
  static final int CONTEXT_0 = 0xA0;

  private static final int LONG_FORM = 0x80;
  private static final int MOST_LENGTH_BYTES = 3;

  private final int tag;
  private final byte[] content;

  private Der(int tag, byte[] content) {
    this.tag = tag;
    this.content = content;
  }

  int tag() {
    return tag;
  }

  byte[] content() {
    return content.clone();
  }

  /// The encoding of a value that holds these, one after the other.
  static byte[] encode(int tag, byte[]... contents) {
    int length = Arrays.stream(contents).mapToInt(part -> part.length).sum();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (length < LONG_FORM) {
      out.write(length);
    } else {
      out.write(LONG_FORM | MOST_LENGTH_BYTES);
      out.write(length >> 16);
      out.write(length >> 8);
      out.write(length);
    }
    for (byte[] part : contents) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /// The values that stand one after the other in the bytes; empty where these are no such values.
  static Optional<List<Der>> values(byte[] bytes) {
    List<Der> values = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      int lengthBytes = lengthBytes(bytes, at + 1);
      int from = at + 2 + lengthBytes;
      if (lengthBytes < 0 || from > bytes.length) {
        return Optional.empty();
      }
      int length = length(bytes, at + 1, lengthBytes);
      if (length > bytes.length - from) {
        return Optional.empty();
      }
      values.add(new Der(bytes[at] & 0xFF, Arrays.copyOfRange(bytes, from, from + length)));
      at = from + length;
    }
    return Optional.of(values);
  }

  /// How many bytes of length follow the first, or -1 where there are too many.
  private static int lengthBytes(byte[] bytes, int at) {
    if (at >= bytes.length) {
      return -1;
    }
    int first = bytes[at] & 0xFF;
    if (first < LONG_FORM) {
      return 0;
    }
    return first - LONG_FORM <= MOST_LENGTH_BYTES ? first - LONG_FORM : -1;
  }

  private static int length(byte[] bytes, int at, int lengthBytes) {
    if (lengthBytes == 0) {
      return bytes[at] & 0xFF;
    }
    int length = 0;
    for (int i = 1; i <= lengthBytes; i++) {
      length = (length << 8) | (bytes[at + i] & 0xFF);
    }
    return length;
  }
}
