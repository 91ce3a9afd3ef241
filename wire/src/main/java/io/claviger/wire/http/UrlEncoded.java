package io.claviger.wire.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads query strings and form bodies, and writes their parts. Whoever verifies a signature and
/// whoever acts on the parameters reads them here, so that the two cannot see different requests.
public final class UrlEncoded {

  /// The most parameters that one query string or body may have.
  public static final int MAX_PARAMETERS = 1000;

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private UrlEncoded() {}

  /// A name and a value, decoded. Without an equals sign the value is empty.
  public record Parameter(String name, String value) {}

  /// The parameters in `encoded`, in order, repeated ones included: a plus is a space, the rest is
  /// percent-encoded UTF-8. Nothing between two ampersands is no parameter.
  ///
  /// @throws io.claviger.wire.ServiceError for a percent sign without two hexadecimal digits, for
  ///   bytes that are not UTF-8, overlong forms included, and for too many parameters
  public static List<Parameter> parse(byte[] encoded) {
    List<Parameter> parameters = new ArrayList<>();
    int start = 0;
    while (start < encoded.length) {
      int end = indexOf(encoded, '&', start, encoded.length);
      if (end > start) {
        if (parameters.size() == MAX_PARAMETERS) {
          throw HttpErrors.tooManyParameters(MAX_PARAMETERS);
        }
        parameters.add(parameter(encoded, start, end));
      }
      start = end + 1;
    }
    return parameters;
  }

  /// [#parse(byte\[\])] of a request's query string.
  public static List<Parameter> parse(String rawQuery) {
    return parse(rawQuery.getBytes(StandardCharsets.UTF_8));
  }

  /// `text` with everything but unreserved characters percent-encoded, the digits in upper case.
  ///
  /// AWS rule: IAM User Guide, "Create a signed AWS API request", UriEncode. RFC 3986, section 2.3.
  public static String encode(String text) {
    var encoded = new StringBuilder(text.length() + 16);
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved(one)) {
        encoded.append((char) one);
      } else {
        encoded.append('%').append(HEX[one >> 4 & 0xf]).append(HEX[one & 0xf]);
      }
    }
    return encoded.toString();
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~".indexOf(c) >= 0;
  }

  private static Parameter parameter(byte[] encoded, int start, int end) {
    int equals = indexOf(encoded, '=', start, end);
    String name = decode(encoded, start, equals);
    return new Parameter(name, equals == end ? "" : decode(encoded, equals + 1, end));
  }

  private static String decode(byte[] encoded, int start, int end) {
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
      throw HttpErrors.malformedQueryString();
    }
  }

  private static int digit(byte[] encoded, int at, int end) {
    // Character.digit would take digits of other scripts, but a byte made a char is none of them.
    int digit = at < end ? Character.digit((char) (encoded[at] & 0xff), 16) : -1;
    if (digit < 0) {
      throw HttpErrors.malformedQueryString();
    }
    return digit;
  }

  /// Where `wanted` stands first, or `end`.
  private static int indexOf(byte[] bytes, char wanted, int start, int end) {
    int at = start;
    while (at < end && bytes[at] != wanted) {
      at++;
    }
    return at;
  }
}
