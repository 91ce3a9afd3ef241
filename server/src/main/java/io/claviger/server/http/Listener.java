package io.claviger.server.http;

import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.HttpResponse;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpPrologue;
import io.helidon.http.Method;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Turns what comes over the socket into [HttpRequest]s, one virtual thread per connection, and
/// answers with what the handler returns.
///
/// `/health/live` and `/health/ready` are answered here and say nothing but up or not.
public final class Listener implements AutoCloseable {

  private static final HttpResponse UNKNOWN_HOST =
      new HttpResponse(421, List.of(), "Unknown host. --host makes a name known.\n");
  private static final int MAX_HEADER_BYTES = 16 * 1024;

  /// Large enough for a presigned request, whose signature and session token stand in its query.
  private static final int MAX_REQUEST_LINE_BYTES = 16 * 1024;

  /// How much of a body that is refused is still taken from the client.
  private static final long MOST_DISCARDED_BYTES = 64L * 1024 * 1024;

  private static final Duration DISCARDED_FOR = Duration.ofSeconds(10);

  private final WebServer server;
  private final URI endpoint;
  private final URI publicUrl;

  private Listener(WebServer server, URI endpoint, URI publicUrl) {
    this.server = server;
    this.endpoint = endpoint;
    this.publicUrl = publicUrl;
  }

  /// What answers requests; it must not throw, and runs on many threads at once.
  @FunctionalInterface
  public interface Responder {
    HttpResponse respond(HttpRequest request);
  }

  /// Binds the address and starts to answer.
  ///
  /// @param isReady whether requests can be served now
  /// @throws StartupFailure if the address can't be bound or the TLS files can't be read
  public static Listener start(
      ListenerSettings settings, Responder responder, BooleanSupplier isReady) {
    WebServerConfig.Builder config =
        WebServer.builder()
            .address(settings.address())
            .port(settings.port())
            .shutdownGracePeriod(Duration.ofSeconds(5))
            .idleConnectionTimeout(Duration.ofMinutes(2))
            // An answer is written in pieces; held back, the last waits 40 ms for the client to
            // acknowledge the first.
            .connectionOptions(socket -> socket.tcpNoDelay(true))
            .protocolsDiscoverServices(false)
            .addProtocol(http1())
            .shutdownHook(false)
            .routing(routing(settings, responder, isReady));
    TlsFiles.read(settings.tls()).ifPresent(config::tls);
    WebServer server = config.build().start();
    // A listener that can't bind only logs why.
    if (!server.isRunning()) {
      throw new StartupFailure(
          "Can't listen on "
              + literal(settings.address())
              + ":"
              + settings.port()
              + ". Is another server running there, or is it no address of this machine?"
              + " --port and --listen choose others.");
    }
    URI endpoint = endpoint(settings, server.port());
    URI publicUrl = settings.publicUrl();
    return new Listener(server, endpoint, publicUrl == null ? endpoint : publicUrl);
  }

  /// Where clients reach the listener.
  public URI endpoint() {
    return endpoint;
  }

  /// What others reach the listener by.
  public URI publicUrl() {
    return publicUrl;
  }

  /// Lets the running requests end, for five seconds at most, and closes the sockets.
  @Override
  public void close() {
    server.stop();
  }

  private static Http1Config http1() {
    return Http1Config.builder()
        .maxHeadersSize(MAX_HEADER_BYTES)
        .maxPrologueLength(MAX_REQUEST_LINE_BYTES)
        .build();
  }

  private static HttpRouting.Builder routing(
      ListenerSettings settings, Responder responder, BooleanSupplier isReady) {
    Hosts hosts = new Hosts(settings.knownHosts());
    boolean isSecure = settings.tls() != null;
    return HttpRouting.builder()
        .addFilter((chain, request, _) -> {
          chain.proceed();
          closeWhereAsked(request);
        })
        .get("/health/live", (_, response) -> response.status(200).send("up\n"))
        .get("/health/ready", (_, response) -> sendHealth(response, isReady.getAsBoolean()))
        .any((request, response) -> {
          if (!hosts.accepts(request.authority())) {
            send(request, response, UNKNOWN_HOST);
          } else {
            answer(request, response, responder, isSecure);
          }
        });
  }

  private static void answer(
      ServerRequest request, ServerResponse response, Responder responder, boolean isSecure) {
    Body body = new Body(request.content());
    HttpResponse answer = responder.respond(read(request, body, isSecure));
    if (body.isWhole()) {
      send(request, response, answer);
      return;
    }
    // What is left on the connection is the rest of a body, and must not be read as a request.
    response.header(HeaderNames.CONNECTION, "close");
    send(request, response, answer);
    // Closed before the client has sent all of it, the connection would be reset, and the answer be
    // lost with it for most clients.
    body.discard(MOST_DISCARDED_BYTES, DISCARDED_FOR);
    throw new CloseConnectionException("A body that was not read to its end");
  }

  /// The HTTP server says that it closes the connection, but waits for the client to do it.
  private static void closeWhereAsked(ServerRequest request) {
    boolean isAsked =
        request.headers().values(HeaderNames.CONNECTION).stream()
            .anyMatch(option -> option.strip().equalsIgnoreCase("close"));
    if (isAsked) {
      throw new CloseConnectionException("The client asked for it");
    }
  }

  private static void sendHealth(ServerResponse response, boolean isUp) {
    response.status(isUp ? 200 : 503).send(isUp ? "up\n" : "down\n");
  }

  private static HttpRequest read(ServerRequest request, Body body, boolean isSecure) {
    HttpPrologue prologue = request.prologue();
    List<HttpRequest.Header> headers = new ArrayList<>();
    request
        .headers()
        .forEach(header ->
            header
                .allValues()
                .forEach(value -> headers.add(new HttpRequest.Header(header.name(), value))));
    InetSocketAddress peer = (InetSocketAddress) request.remotePeer().address();
    return new HttpRequest(
        prologue.method().text(),
        prologue.uriPath().rawPath(),
        prologue.query().rawValue(),
        headers,
        body,
        peer.getAddress(),
        isSecure);
  }

  /// Without the body for HEAD: a client does not read it, and would take it for what comes next.
  private static void send(ServerRequest request, ServerResponse response, HttpResponse answer) {
    response.status(answer.status());
    answer
        .headers()
        .forEach(header -> response.header(HeaderNames.create(header.name()), header.value()));
    if (request.prologue().method().equals(Method.HEAD)) {
      response.header(
          HeaderNames.CONTENT_LENGTH,
          Integer.toString(answer.body().getBytes(StandardCharsets.UTF_8).length));
      response.send();
    } else {
      response.send(answer.body());
    }
  }

  private static URI endpoint(ListenerSettings settings, int port) {
    String scheme = settings.tls() == null ? "http" : "https";
    InetAddress address = settings.address();
    String host = address.isAnyLocalAddress() ? "localhost" : literal(address);
    return URI.create(scheme + "://" + host + ":" + port);
  }

  private static String literal(InetAddress address) {
    String text = address.getHostAddress();
    return address instanceof Inet6Address ? "[" + text + "]" : text;
  }
}
