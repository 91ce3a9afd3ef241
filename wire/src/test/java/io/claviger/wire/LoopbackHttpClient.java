package io.claviger.wire;

import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.HttpRequest.Header;
import io.claviger.wire.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/// Carries the requests of an SDK client to a method instead of to a network.
public final class LoopbackHttpClient implements SdkHttpClient {

  /// What answers. The request's body has been read into `body`.
  public interface Server {
    HttpResponse answer(HttpRequest request, byte[] body);
  }

  private final Server server;

  public LoopbackHttpClient(Server server) {
    this.server = server;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        byte[] body = body(request);
        return toSdk(server.answer(fromSdk(request.httpRequest(), body), body));
      }

      @Override
      public void abort() {
        // There is nothing to abort: the answer is made on the caller's thread.
      }
    };
  }

  @Override
  public void close() {
    // Holds nothing open.
  }

  /// The request as it would have come in over a network.
  public static HttpRequest fromSdk(SdkHttpRequest request, byte[] body) {
    List<Header> headers = new ArrayList<>();
    request.forEachHeader(
        (name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
    return new HttpRequest(
        request.method().name(),
        request.encodedPath().isEmpty() ? "/" : request.encodedPath(),
        request.encodedQueryParameters().orElse(""),
        headers,
        new ByteArrayInputStream(body),
        InetAddress.getLoopbackAddress(),
        true);
  }

  private static byte[] body(HttpExecuteRequest request) throws IOException {
    ContentStreamProvider provider = request.contentStreamProvider().orElse(null);
    if (provider == null) {
      return new byte[0];
    }
    try (InputStream stream = provider.newStream()) {
      return stream.readAllBytes();
    }
  }

  private static HttpExecuteResponse toSdk(HttpResponse response) {
    SdkHttpResponse.Builder builder = SdkHttpResponse.builder().statusCode(response.status());
    for (Header header : response.headers()) {
      builder.appendHeader(header.name(), header.value());
    }
    byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
    return HttpExecuteResponse.builder()
        .response(builder.build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
        .build();
  }
}
