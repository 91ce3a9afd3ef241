package io.claviger.wire.http;

import java.util.List;

/// One HTTP response, whole; the body is sent as UTF-8.
public record HttpResponse(int status, List<HttpRequest.Header> headers, String body) {

  public HttpResponse {
    headers = List.copyOf(headers);
  }
}
