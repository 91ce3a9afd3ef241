package io.claviger.server;

import io.claviger.wire.http.HttpRequest.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A request as it is written to a socket, also where no client would write it so.
///
/// @param headers without `Content-Length` and `Connection`, which are added when it is written
record RawRequest(String method, String path, String query, List<Header> headers, String body) {

  RawRequest {
    headers = List.copyOf(headers);
  }

  RawRequest withMethod(String newMethod) {
    return new RawRequest(newMethod, path, query, headers, body);
  }

  RawRequest withPath(String newPath) {
    return new RawRequest(method, newPath, query, headers, body);
  }

  RawRequest withQuery(String newQuery) {
    return new RawRequest(method, path, newQuery, headers, body);
  }

  RawRequest withBody(String newBody) {
    return new RawRequest(method, path, query, headers, newBody);
  }

  RawRequest withAdded(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new RawRequest(method, path, query, more, body);
  }

  RawRequest without(String name) {
    List<Header> fewer =
        headers.stream().filter(header -> !header.name().equalsIgnoreCase(name)).toList();
    return new RawRequest(method, path, query, fewer, body);
  }

  RawRequest with(String name, String value) {
    return without(name).withAdded(name, value);
  }

  /// The same with `from` replaced in the header `Authorization`.
  RawRequest altered(String from, String to) {
    String value = header("Authorization");
    if (!value.contains(from)) {
      throw new AssertionError("No " + from + " in " + value);
    }
    return with("Authorization", value.replace(from, to));
  }

  String header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No header " + name));
  }

  /// What goes over the socket, one byte a character.
  String bytes() {
    String lines =
        headers.stream()
            .map(header -> header.name() + ": " + header.value() + "\r\n")
            .collect(Collectors.joining());
    return method
        + ' '
        + path
        + (query.isEmpty() ? "" : '?' + query)
        + " HTTP/1.1\r\n"
        + lines
        + "Content-Length: "
        + body.length()
        + "\r\nConnection: close\r\n\r\n"
        + body;
  }
}
