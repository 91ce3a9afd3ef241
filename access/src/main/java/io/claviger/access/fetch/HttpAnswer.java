package io.claviger.access.fetch;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// One HTTP/1.1 response, read strictly and up to a limit.
///
/// Rule: RFC 9112.
final class HttpAnswer {

  private static final int MAX_HEAD_BYTES = 16 * 1024;
  private static final int OK = 200;

  private final int status;
  private final byte[] body;

  private HttpAnswer(int status, byte[] body) {
    this.status = status;
    this.body = body;
  }

  int status() {
    return status;
  }

  /// The body, decoded if it was chunked; empty unless the status is 200.
  byte[] body() {
    return body.clone();
  }

  /// Reads a response; that of a status other than 200 without its body.
  ///
  /// @throws ProtocolException if it is no such response, compressed or too long
  static HttpAnswer read(InputStream in, int maxBytes) throws IOException {
    Head head = new Head(in);
    int status = status(head.line());
    Map<String, String> headers = headers(head);
    if (status != OK) {
      return new HttpAnswer(status, new byte[0]);
    }
    if (!headers.getOrDefault("content-encoding", "identity").equalsIgnoreCase("identity")) {
      throw new ProtocolException("A compressed answer, which was not asked for");
    }
    return new HttpAnswer(status, body(in, headers, maxBytes));
  }

  private static int status(String line) throws ProtocolException {
    boolean isStatus =
        line.length() >= 12
            && line.startsWith("HTTP/1.")
            && line.charAt(8) == ' '
            && line.chars().skip(9).limit(3).allMatch(c -> c >= '0' && c <= '9');
    if (!isStatus) {
      throw new ProtocolException("Not an HTTP response");
    }
    return Integer.parseInt(line, 9, 12, 10);
  }

  private static Map<String, String> headers(Head head) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = head.line(); !line.isEmpty(); line = head.line()) {
      int colon = line.indexOf(':');
      if (colon <= 0) {
        throw new ProtocolException("Not a header field");
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      String old = headers.put(name, line.substring(colon + 1).strip());
      if (old != null && (name.equals("content-length") || name.equals("transfer-encoding"))) {
        throw new ProtocolException("Two fields " + name);
      }
    }
    return headers;
  }

  private static byte[] body(InputStream in, Map<String, String> headers, int maxBytes)
      throws IOException {
    String encoding = headers.get("transfer-encoding");
    if (encoding != null) {
      if (!encoding.equalsIgnoreCase("chunked") || headers.containsKey("content-length")) {
        throw new ProtocolException("A transfer encoding that is not just chunked");
      }
      return chunks(in, maxBytes);
    }
    String length = headers.get("content-length");
    if (length == null) {
      byte[] body = in.readNBytes(maxBytes + 1);
      requireAtMost(maxBytes, body.length);
      return body;
    }
    return exactly(in, number(length, 10, maxBytes));
  }

  private static byte[] chunks(InputStream in, int maxBytes) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      // Extensions and trailers count against the limit of a head, each chunk's anew.
      String line = new Head(in).line();
      int semicolon = line.indexOf(';');
      int size =
          number((semicolon < 0 ? line : line.substring(0, semicolon)).strip(), 16, maxBytes);
      if (size == 0) {
        return body.toByteArray();
      }
      requireAtMost(maxBytes, body.size() + size);
      body.writeBytes(exactly(in, size));
      if (!new Head(in).line().isEmpty()) {
        throw new ProtocolException("A chunk that does not end with its size");
      }
    }
  }

  private static byte[] exactly(InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("The body ends early");
    }
    return bytes;
  }

  private static int number(String digits, int radix, int most) throws ProtocolException {
    boolean isNumber =
        !digits.isEmpty()
            && digits.length() <= 9
            && digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
    if (!isNumber) {
      throw new ProtocolException("Not a length, or too long a one");
    }
    long value = Long.parseLong(digits, radix);
    if (value > most) {
      throw tooLong(most);
    }
    return (int) value;
  }

  private static void requireAtMost(int most, int length) throws ProtocolException {
    if (length > most) {
      throw tooLong(most);
    }
  }

  private static ProtocolException tooLong(int most) {
    return new ProtocolException("An answer of more than " + most + " bytes");
  }

  /// The lines before a body, which are limited together.
  private static final class Head {

    private final InputStream in;
    private int left = MAX_HEAD_BYTES;

    Head(InputStream in) {
      this.in = in;
    }

    String line() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next < 0) {
          throw new EOFException("The head ends early");
        }
        if (--left < 0) {
          throw new ProtocolException("A head of more than " + MAX_HEAD_BYTES + " bytes");
        }
        line.write(next);
      }
      String text = line.toString(StandardCharsets.ISO_8859_1);
      return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
  }
}
