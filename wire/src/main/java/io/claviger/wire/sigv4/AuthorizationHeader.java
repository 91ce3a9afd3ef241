package io.claviger.wire.sigv4;

import io.claviger.base.SecretText;
import io.claviger.wire.http.HttpRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/// Reads `Authorization: AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`.
final class AuthorizationHeader {

  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  private static final List<String> PARTS = List.of("Credential", "Signature", "SignedHeaders");

  private AuthorizationHeader() {}

  static SignedRequest parse(String header, HttpRequest request) {
    // The pairs are separated by commas, spaces or both, as AWS reads them.
    var tokens = new StringTokenizer(header, ", \t");
    if (!tokens.hasMoreTokens() || !tokens.nextToken().equals(ALGORITHM)) {
      throw SigningErrors.missingAuthenticationToken();
    }
    Map<String, String> parts = new HashMap<>();
    while (tokens.hasMoreTokens()) {
      String token = tokens.nextToken();
      int equals = token.indexOf('=');
      if (equals < 0) {
        throw SigningErrors.notKeyValue(header);
      }
      if (parts.put(token.substring(0, equals), token.substring(equals + 1)) != null) {
        throw SigningErrors.severalSignatures();
      }
    }
    String timestampHeader = request.header("x-amz-date").isPresent() ? "x-amz-date" : "date";
    @Nullable String date = SignedHeaders.single(request, timestampHeader);
    requireAll(parts, date, header);
    return signedRequest(parts, timestamp(timestampHeader, String.valueOf(date)), request);
  }

  /// AWS lists everything that is missing at once.
  private static void requireAll(Map<String, String> parts, @Nullable String date, String header) {
    var missing = new StringJoiner(" ");
    for (String part : PARTS) {
      if (parts.getOrDefault(part, "").isEmpty()) {
        missing.add("Authorization header requires '" + part + "' parameter.");
      }
    }
    if (date == null) {
      missing.add(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }
    if (missing.length() > 0) {
      throw SigningErrors.incompleteHeader(missing.toString(), header);
    }
  }

  private static Instant timestamp(String headerName, String value) {
    return headerName.equals("x-amz-date")
        ? Timestamps.parse(value)
        : Timestamps.parseDateHeader(value);
  }

  private static SignedRequest signedRequest(
      Map<String, String> parts, Instant timestamp, HttpRequest request) {
    String token = SignedHeaders.single(request, "x-amz-security-token");
    return new SignedRequest(
        Credential.parse(parts.getOrDefault("Credential", "")),
        SignedHeaders.parse(parts.getOrDefault("SignedHeaders", "")),
        parts.getOrDefault("Signature", ""),
        token == null ? null : SecretText.of(token),
        timestamp,
        false);
  }
}
