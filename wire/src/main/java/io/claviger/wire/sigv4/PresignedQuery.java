package io.claviger.wire.sigv4;

import io.claviger.base.SecretText;
import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.UrlEncoded;
import io.claviger.wire.http.UrlEncoded.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/// Reads the signature that a presigned URL carries as parameters.
///
/// AWS rule: IAM User Guide, "Authentication methods" of Signature Version 4, query parameters.
final class PresignedQuery {

  static final String SIGNATURE = "X-Amz-Signature";

  private static final String ALGORITHM = "X-Amz-Algorithm";
  private static final String CREDENTIAL = "X-Amz-Credential";
  private static final String SIGNED_HEADERS = "X-Amz-SignedHeaders";
  private static final String DATE = "X-Amz-Date";
  private static final String EXPIRES = "X-Amz-Expires";
  private static final String TOKEN = "X-Amz-Security-Token";
  private static final List<String> REQUIRED =
      List.of(ALGORITHM, CREDENTIAL, SIGNATURE, SIGNED_HEADERS, DATE);
  private static final List<String> ALL =
      List.of(ALGORITHM, CREDENTIAL, SIGNATURE, SIGNED_HEADERS, DATE, EXPIRES, TOKEN);
  private static final int MAX_EXPIRES_SECONDS = 604_800;

  private final Map<String, String> parameters;

  private PresignedQuery(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  static PresignedQuery of(HttpRequest request) {
    Map<String, String> parameters = new HashMap<>();
    for (Parameter parameter : UrlEncoded.parse(request.rawQuery())) {
      for (String name : ALL) {
        if (parameter.name().equalsIgnoreCase(name)
            && (!parameter.name().equals(name)
                || parameters.put(name, parameter.value()) != null)) {
          throw SigningErrors.ambiguousParameter(name);
        }
      }
    }
    return new PresignedQuery(parameters);
  }

  /// Whether the query string holds nothing of a signature.
  boolean isEmpty() {
    return parameters.isEmpty();
  }

  SignedRequest signedRequest(HttpRequest request) {
    requireAll();
    if (!get(ALGORITHM).equals(AuthorizationHeader.ALGORITHM)) {
      throw SigningErrors.missingAuthenticationToken();
    }
    for (String header : List.of(DATE, TOKEN)) {
      if (request.header(header).isPresent()) {
        throw SigningErrors.severalSignatures();
      }
    }
    requireExpires();
    String token = parameters.get(TOKEN);
    return new SignedRequest(
        Credential.parse(get(CREDENTIAL)),
        SignedHeaders.parse(get(SIGNED_HEADERS)),
        get(SIGNATURE),
        token == null ? null : SecretText.of(token),
        Timestamps.parse(get(DATE)),
        true);
  }

  private String get(String name) {
    return parameters.getOrDefault(name, "");
  }

  private void requireAll() {
    var missing = new StringJoiner(" ");
    for (String name : REQUIRED) {
      if (get(name).isEmpty()) {
        missing.add("AWS query-string parameters must include '" + name + "'.");
      }
    }
    if (missing.length() > 0) {
      throw SigningErrors.incompleteQuery(missing.toString());
    }
  }

  /// IAM and STS give every signature fifteen minutes, whatever a valid `X-Amz-Expires` says: users
  /// report so of longer ones, and EKS relies on it with its tokens of 60 seconds. So the value is
  /// checked and then of no use.
  private void requireExpires() {
    String expires = parameters.get(EXPIRES);
    if (expires == null) {
      return;
    }
    boolean isNumber =
        !expires.isEmpty()
            && expires.length() <= 6
            && expires.chars().allMatch(c -> c >= '0' && c <= '9');
    int seconds = isNumber ? Integer.parseInt(expires) : 0;
    if (seconds < 1 || seconds > MAX_EXPIRES_SECONDS) {
      throw SigningErrors.malformedExpires();
    }
  }
}
