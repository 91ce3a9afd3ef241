package io.claviger.server;

import io.claviger.wire.http.HttpRequest.Header;
import io.claviger.wire.http.UrlEncoded;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Credentials that sign as AWS describes it, Signature Version 4 by the book, and what they are
/// told to: also requests that no client would sign.
///
/// @param token null for long-term credentials
record Signer(String keyId, String secret, @Nullable String token) {

  static final String REGION = "us-east-1";

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";

  Signer withSecret(String other) {
    return new Signer(keyId, other, token);
  }

  Signer withToken(@Nullable String other) {
    return new Signer(keyId, secret, other);
  }

  /// Signs in the header `Authorization`: every header that is there.
  RawRequest sign(RawRequest request, String service, Instant time) {
    return sign(request, request.path(), service, time);
  }

  /// The same for a path that is not, or not so, the request's.
  RawRequest sign(RawRequest request, String canonicalPath, String service, Instant time) {
    RawRequest whole = request.with("X-Amz-Date", timestamp(time));
    if (token != null) {
      whole = whole.with("X-Amz-Security-Token", token);
    }
    String names = names(whole);
    String scope = scope(service, time);
    String signature = signature(time, scope, canonical(whole, canonicalPath, names, whole.body()));
    return whole.withAdded(
        "Authorization",
        "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
            .formatted(ALGORITHM, keyId, scope, names, signature));
  }

  /// Signs in the query string.
  ///
  /// @param expires the value of `X-Amz-Expires`, null for none
  RawRequest presign(RawRequest request, String service, Instant time, @Nullable String expires) {
    String query =
        Stream.of(
                request.query(),
                "X-Amz-Algorithm=" + ALGORITHM,
                "X-Amz-Credential=" + UrlEncoded.encode(keyId + '/' + scope(service, time)),
                "X-Amz-Date=" + timestamp(time),
                expires == null ? "" : "X-Amz-Expires=" + expires,
                token == null ? "" : "X-Amz-Security-Token=" + UrlEncoded.encode(token),
                "X-Amz-SignedHeaders=" + UrlEncoded.encode(names(request)))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("&"));
    RawRequest whole = request.withQuery(query);
    String canonical = canonical(whole, whole.path(), names(whole), whole.body());
    return whole.withQuery(
        query + "&X-Amz-Signature=" + signature(time, scope(service, time), canonical));
  }

  static String timestamp(Instant time) {
    return DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
        .format(time.atOffset(ZoneOffset.UTC));
  }

  private static String scope(String service, Instant time) {
    return String.join("/", timestamp(time).substring(0, 8), REGION, service, "aws4_request");
  }

  private static String names(RawRequest request) {
    return request.headers().stream()
        .map(header -> header.name().toLowerCase(Locale.ROOT))
        .distinct()
        .sorted()
        .collect(Collectors.joining(";"));
  }

  private static String canonical(
      RawRequest request, String canonicalPath, String names, String body) {
    String query =
        Stream.of(request.query().split("&", -1)).sorted().collect(Collectors.joining("&"));
    String headers =
        Stream.of(names.split(";", -1))
            .map(name -> name + ':' + values(request.headers(), name) + '\n')
            .collect(Collectors.joining());
    return String.join("\n", request.method(), canonicalPath, query, headers, names, hash(body));
  }

  private static String values(List<Header> headers, String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(header -> header.value().strip())
        .collect(Collectors.joining(","));
  }

  private String signature(Instant time, String scope, String canonical) {
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String part : scope.split("/", -1)) {
      key = hmac(key, part);
    }
    String toSign = String.join("\n", ALGORITHM, timestamp(time), scope, hash(canonical));
    return HexFormat.of().formatHex(hmac(key, toSign));
  }

  /// Bodies and paths are written one byte a character, so they are hashed so too.
  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "RAW"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public String toString() {
    return "Signer[" + keyId + ']';
  }
}
