package io.claviger.wire.http;

import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// One HTTP request as it came in. Nothing is decoded or normalized, since the signature covers
/// what was sent.
///
/// @param method in upper case
/// @param rawPath what stands before the first `?`, percent-encoded as sent
/// @param rawQuery what stands behind the first `?`, as sent; empty where there is none
/// @param headers in the order sent, repeated ones included
/// @param body read once
/// @param peer the address of the socket
/// @param isSecure whether it came over TLS
public record HttpRequest(
    String method,
    String rawPath,
    String rawQuery,
    List<Header> headers,
    InputStream body,
    InetAddress peer,
    boolean isSecure) {

  public HttpRequest {
    headers = List.copyOf(headers);
  }

  /// One header line. Names are compared without regard to case; the value is as sent.
  public record Header(String name, String value) {}

  /// The values of every header of that name, in order.
  public List<String> headers(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /// The value of the first header of that name.
  public Optional<String> header(String name) {
    return headers(name).stream().findFirst();
  }
}
