package io.claviger.wire.sigv4;

import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.HttpRequest.Header;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The headers that a signature covers.
final class SignedHeaders {

  private static final String AMZ_PREFIX = "x-amz-";

  private SignedHeaders() {}

  /// Reads `host;x-amz-date`. The names must be in lower case, sorted and each there once, so that
  /// a set of headers has one spelling.
  static List<String> parse(String text) {
    List<String> names = List.of(text.split(";", -1));
    String previous = "";
    for (String name : names) {
      boolean isInOrder = name.compareTo(previous) > 0;
      if (!isInOrder || !name.equals(name.toLowerCase(Locale.ROOT))) {
        throw SigningErrors.signatureDoesNotMatch();
      }
      previous = name;
    }
    return names;
  }

  /// The value of a header that may stand there once, or null without it.
  static @Nullable String single(HttpRequest request, String name) {
    List<String> values = request.headers(name);
    if (values.size() > 1) {
      throw SigningErrors.repeatedHeader(name);
    }
    return values.isEmpty() ? null : values.getFirst();
  }

  /// Requires that `host` and every header `x-amz-…` in the request are signed.
  ///
  /// AWS rule: IAM User Guide, "Create a signed AWS API request", canonical headers.
  static void requireSigned(SignedRequest signed, HttpRequest request) {
    if (!signed.signedHeaders().contains("host")) {
      throw SigningErrors.hostNotSigned();
    }
    for (Header header : request.headers()) {
      String name = header.name().toLowerCase(Locale.ROOT);
      if (name.startsWith(AMZ_PREFIX) && !signed.signedHeaders().contains(name)) {
        throw SigningErrors.headerNotSigned(header.name());
      }
    }
  }
}
