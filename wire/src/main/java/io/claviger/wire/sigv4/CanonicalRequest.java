package io.claviger.wire.sigv4;

import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.UrlEncoded;
import io.claviger.wire.http.UrlEncoded.Parameter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// The form of a request that is hashed and signed.
///
/// AWS rule: IAM User Guide, "Create a signed AWS API request", step 1.
final class CanonicalRequest {

  private CanonicalRequest() {}

  /// @param bodyHash SHA-256 of the body, 64 hexadecimal digits in lower case
  static String of(SignedRequest signed, HttpRequest request, String bodyHash) {
    return String.join(
        "\n",
        request.method(),
        path(request.rawPath()),
        query(request.rawQuery()),
        headers(signed.signedHeaders(), request),
        String.join(";", signed.signedHeaders()),
        bodyHash);
  }

  /// Every segment encoded once more than it was sent, as for all services but S3. AWS also takes
  /// out dot segments and doubled slashes; here such a path is refused, since it would be signed as
  /// one path and served as another.
  private static String path(String rawPath) {
    if (!CanonicalPath.isNormal(rawPath)) {
      throw SigningErrors.ambiguousPath();
    }
    return UrlEncoded.encode(rawPath).replace("%2F", "/");
  }

  /// Sorted by name, then by value, both encoded: not by the text of the pair, where `a-b=` would
  /// come before `a=`.
  private static String query(String rawQuery) {
    return UrlEncoded.parse(rawQuery).stream()
        .filter(parameter -> !parameter.name().equals(PresignedQuery.SIGNATURE))
        .map(parameter ->
            new Parameter(
                UrlEncoded.encode(parameter.name()), UrlEncoded.encode(parameter.value())))
        .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
        .map(parameter -> parameter.name() + '=' + parameter.value())
        .collect(Collectors.joining("&"));
  }

  /// One line for each header. The blank line that ends them comes of the last line feed.
  private static String headers(List<String> names, HttpRequest request) {
    return names.stream()
        .map(name -> name + ':' + value(request.headers(name)) + '\n')
        .collect(Collectors.joining());
  }

  private static String value(List<String> values) {
    if (values.isEmpty()) {
      throw SigningErrors.signatureDoesNotMatch();
    }
    return values.stream().map(CanonicalRequest::trimmed).collect(Collectors.joining(","));
  }

  /// Without white space around it, and with one space wherever there was some inside.
  private static String trimmed(String value) {
    var trimmed = new StringBuilder(value.length());
    boolean isAfterSpace = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ' ' || c == '\t') {
        isAfterSpace = true;
        continue;
      }
      if (Character.isISOControl(c)) {
        throw SigningErrors.malformedHeader();
      }
      if (isAfterSpace && trimmed.length() > 0) {
        trimmed.append(' ');
      }
      isAfterSpace = false;
      trimmed.append(c);
    }
    return trimmed.toString();
  }
}
