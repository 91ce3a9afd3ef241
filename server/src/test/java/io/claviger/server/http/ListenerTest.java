package io.claviger.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.HttpResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListenerTest {

  private final AtomicInteger requests = new AtomicInteger();
  private final Listener listener = start(0, List.of("iam.example.org"));

  private Listener start(int port, List<String> hosts) {
    return Listener.start(
        new ListenerSettings(InetAddress.getLoopbackAddress(), port, null, hosts, null),
        this::echo,
        () -> true);
  }

  private static Listener start(Listener.Responder responder) {
    return Listener.start(ListenerSettings.loopback(), responder, () -> true);
  }

  private HttpResponse echo(HttpRequest request) {
    requests.incrementAndGet();
    try {
      String body = new String(request.body().readAllBytes(), StandardCharsets.UTF_8);
      String text =
          String.join(
              "|",
              request.method(),
              request.rawPath(),
              request.rawQuery(),
              String.join(",", request.headers("x-twice")),
              body);
      return new HttpResponse(200, List.of(), text);
    } catch (IOException e) {
      return new HttpResponse(400, List.of(), "cut");
    }
  }

  /// Answers without reading all of the body, or any.
  private HttpResponse impatient(HttpRequest request) {
    if (request.rawPath().equals("/nothing")) {
      return new HttpResponse(413, List.of(), "read nothing");
    }
    try {
      return new HttpResponse(413, List.of(), "read " + request.body().readNBytes(10).length);
    } catch (IOException e) {
      return new HttpResponse(400, List.of(), "cut");
    }
  }

  @BeforeEach
  void countAnew() {
    requests.set(0);
  }

  @AfterAll
  void stop() {
    listener.close();
  }

  private RawSocket.Answer send(String... lines) throws IOException {
    return RawSocket.send(listener.endpoint(), String.join("\r\n", lines));
  }

  @Test
  void requestArrivesAsItWasSent() throws IOException {
    RawSocket.Answer answer =
        send(
            "POST /a%2Fb/../c?x=%20+&y HTTP/1.1",
            "Host: localhost:1",
            "X-Twice:  one",
            "x-twice: two",
            "Content-Length: 3",
            "Connection: close",
            "",
            "a=b");
    assertTrue(answer.text().endsWith("POST|/a%2Fb/../c|x=%20+&y|one,two|a=b"), answer.text());
  }

  @Test
  void healthSaysUpAndNothingMore() throws IOException {
    for (String probe : List.of("live", "ready")) {
      String text =
          send("GET /health/" + probe + " HTTP/1.1", "Host: localhost", "Connection: close", "", "")
              .text();
      assertTrue(text.startsWith("HTTP/1.1 200") && text.endsWith("\r\n\r\nup\n"), text);
    }
    assertEquals(0, requests.get());
  }

  @ParameterizedTest
  @CsvSource({
    "GET /, close, true",
    "GET /health/live, 'x, Close', true",
    "GET /, keep-alive, false"
  })
  void connectionIsClosedWhereTheClientAsks(String line, String connection, boolean isClosed)
      throws IOException {
    RawSocket.Answer answer =
        send(line + " HTTP/1.1", "Host: localhost", "Connection: " + connection, "", "");
    assertEquals(200, answer.status(), answer.text());
    assertEquals(isClosed, answer.isClosed(), answer.text());
  }

  /// Five times as much as the sockets on both sides hold.
  @Test
  void refusedClientGetsItsAnswerThoughItSendsOn() throws IOException {
    try (Listener refusing = start(this::impatient)) {
      RawSocket.Answer answer =
          RawSocket.send(
              refusing.endpoint(),
              "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20000000\r\n\r\n"
                  + "a".repeat(20_000_000));
      assertEquals(413, answer.status(), answer.text());
      assertTrue(answer.text().endsWith("read 10"), answer.text());
      assertTrue(answer.isClosed());
    }
  }

  @Test
  void clientThatWaitsToBeAskedForItsBodyIsNot() throws IOException {
    try (Listener refusing = start(this::impatient)) {
      String request =
          String.join(
              "\r\n",
              "POST /nothing HTTP/1.1",
              "Host: localhost",
              "Content-Length: 3",
              "Expect: 100-continue",
              "",
              "");
      RawSocket.Answer answer = RawSocket.send(refusing.endpoint(), request);
      assertTrue(answer.text().startsWith("HTTP/1.1 413"), answer.text());
      assertEquals(1, answer.responses(), answer.text());
      assertTrue(answer.isClosed());
    }
  }

  @Test
  void connectionStaysWhereThereIsNoBodyToRead() throws IOException {
    try (Listener refusing = start(this::impatient)) {
      String request = "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n";
      RawSocket.Answer answer = RawSocket.send(refusing.endpoint(), request + request);
      assertEquals(2, answer.responses(), answer.text());
      assertFalse(answer.isClosed());
    }
  }

  @Test
  void takenPortIsSaidClearly() {
    StartupFailure failure =
        assertThrows(
            StartupFailure.class, () -> start(listener.endpoint().getPort(), List.of()).close());
    assertTrue(String.valueOf(failure.getMessage()).contains("--port"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "Content-Length: 3\r\nContent-Length: 30\r\n\r\nabcGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "Content-Length: -1\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "Content-Length: +3\r\n\r\nabcGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nzz\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n1\r\nxGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "Bare: lf\nContent-Length: 0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "Folded: a\r\n b\r\nContent-Length: 0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "Space : a\r\nContent-Length: 0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n"
      })
  void Abuse_020_smuggledRequestsAreNeverServed(String rest) throws IOException {
    RawSocket.Answer answer =
        RawSocket.send(listener.endpoint(), "POST / HTTP/1.1\r\nHost: localhost\r\n" + rest);
    assertFalse(answer.text().contains("/smuggled"), answer.text());
    assertTrue(answer.responses() <= 1, answer.text());
    assertTrue(answer.isClosed(), "left open: " + answer.text());
  }

  @Test
  void Abuse_020_honestPipelinedRequestsAreServed() throws IOException {
    RawSocket.Answer answer =
        send(
            "POST /1 HTTP/1.1",
            "Host: localhost",
            "Transfer-Encoding: chunked",
            "",
            "1",
            "x",
            "0",
            "",
            "GET /2 HTTP/1.1",
            "Host: localhost",
            "Connection: close",
            "",
            "");
    assertEquals(2, answer.responses(), answer.text());
    assertTrue(answer.text().contains("POST|/1|||x"), answer.text());
    assertTrue(answer.text().contains("GET|/2|||"), answer.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "localhost:80:90",
        "127.0.0.1.evil",
        "1.2.3"
      })
  void Abuse_021_unknownHostIsRefused(String host) throws IOException {
    RawSocket.Answer answer = send("GET / HTTP/1.1", "Host: " + host, "Connection: close", "", "");
    assertTrue(answer.status() == 421 || answer.status() == 400, answer.text());
    assertEquals(0, requests.get());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LOCALHOST:4260", "127.0.0.1:1", "[::1]:4260", "IAM.example.org"})
  void Abuse_021_knownHostIsServed(String host) throws IOException {
    RawSocket.Answer answer = send("GET / HTTP/1.1", "Host: " + host, "Connection: close", "", "");
    assertEquals(200, answer.status(), answer.text());
  }

  @Test
  void Abuse_133_hugeHeadersAreRefused() throws IOException {
    RawSocket.Answer answer =
        send("GET / HTTP/1.1", "Host: localhost", "X-Big: " + "a".repeat(20_000), "", "");
    assertTrue(answer.status() == 400 || answer.status() == 431, answer.text());
    assertTrue(answer.isClosed());
    assertEquals(0, requests.get());
  }
}
