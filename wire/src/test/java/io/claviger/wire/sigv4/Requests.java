package io.claviger.wire.sigv4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.claviger.base.SecretText;
import io.claviger.wire.ServiceError;
import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.HttpRequest.Header;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Alters requests after they were signed, and asks the verifier about them.
final class Requests {

  static final byte[] BODY = "Action=ListUsers&Version=2010-05-08".getBytes(StandardCharsets.UTF_8);
  static final byte[] NO_BODY = new byte[0];

  /// The codes of what is refused.
  static final String MISMATCH = "SignatureDoesNotMatch";

  static final String INCOMPLETE = "IncompleteSignature";

  private Requests() {}

  /// An honest request of a long-term key, with [#BODY].
  static HttpRequest signed() {
    return SdkSigner.LONG_TERM.sign(SdkSigner.post(), BODY);
  }

  /// An honest request of a session, with [#BODY].
  static HttpRequest signedSession() {
    return SdkSigner.SESSION.sign(SdkSigner.post(), BODY);
  }

  static String authorization(HttpRequest request) {
    return request.header("Authorization").orElseThrow();
  }

  static void verify(HttpRequest request, byte[] body) {
    verify(request, body, SdkSigner.NOON);
  }

  static void verify(HttpRequest request, byte[] body, Instant now) {
    SignedRequest signed = SignedRequest.parse(request).orElseThrow();
    new SignatureVerifier().verify(signed, request, body, SecretText.of(SdkSigner.SECRET), now);
  }

  /// Requires that the request is refused with this code and returns the message.
  static String refused(String code, HttpRequest request, byte[] body) {
    return refused(code, request, body, SdkSigner.NOON);
  }

  static String refused(String code, HttpRequest request, byte[] body, Instant now) {
    var error = assertThrows(ServiceError.class, () -> verify(request, body, now));
    assertEquals(code, error.code(), error.message());
    return error.message();
  }

  static HttpRequest withMethod(HttpRequest request, String method) {
    return copy(request, method, request.rawPath(), request.rawQuery(), request.headers());
  }

  static HttpRequest withPath(HttpRequest request, String path) {
    return copy(request, request.method(), path, request.rawQuery(), request.headers());
  }

  static HttpRequest withQuery(HttpRequest request, String query) {
    return copy(request, request.method(), request.rawPath(), query, request.headers());
  }

  static HttpRequest withHeaders(HttpRequest request, List<Header> headers) {
    return copy(request, request.method(), request.rawPath(), request.rawQuery(), headers);
  }

  static HttpRequest withoutHeader(HttpRequest request, String name) {
    return withHeaders(
        request,
        request.headers().stream()
            .filter(header -> !header.name().equalsIgnoreCase(name))
            .toList());
  }

  /// With the header instead of any other of that name.
  static HttpRequest withHeader(HttpRequest request, String name, String value) {
    return withAddedHeader(withoutHeader(request, name), name, value);
  }

  static HttpRequest withAddedHeader(HttpRequest request, String name, String value) {
    List<Header> headers = new ArrayList<>(request.headers());
    headers.add(new Header(name, value));
    return withHeaders(request, headers);
  }

  /// With `from` in the header `Authorization` replaced by `to`.
  static HttpRequest withAuthorization(HttpRequest request, String from, String to) {
    String header = request.header("Authorization").orElseThrow();
    return withHeader(request, "Authorization", header.replace(from, to));
  }

  private static HttpRequest copy(
      HttpRequest request, String method, String path, String query, List<Header> headers) {
    return new HttpRequest(
        method, path, query, headers, request.body(), request.peer(), request.isSecure());
  }
}
