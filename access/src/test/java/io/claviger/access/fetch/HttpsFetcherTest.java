package io.claviger.access.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.claviger.access.fetch.FetchFailure.Kind;
import io.claviger.testkit.TestCertificate;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpsFetcherTest {

  private static final String HOST = "idp.example.com";
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final TestCertificate AUTHORITY = TestCertificate.authority("Test CA");
  private static final TestCertificate SERVER = AUTHORITY.issue(HOST);
  private static final AddressRules LOOPBACK_TOO =
      new AddressRules(List.of(AddressRange.parse("127.0.0.0/8")));

  private final HttpsFetcher fetcher = new HttpsFetcher(LOOPBACK_TOO, _ -> List.of(LOOPBACK));

  private static TlsServer answering(String answer) {
    return new TlsServer(SERVER, out -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static URI at(TlsServer server) {
    return URI.create("https://" + HOST + ":" + server.port() + "/keys?v=1");
  }

  private String get(String answer) throws FetchFailure {
    try (TlsServer server = answering(answer)) {
      byte[] body = fetcher.get(at(server), Set.of(AUTHORITY.thumbprint()));
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private Kind failure(String answer) {
    return assertThrows(FetchFailure.class, () -> get(answer)).kind();
  }

  private Kind impatient(TlsServer server) {
    HttpsFetcher quick =
        new HttpsFetcher(LOOPBACK_TOO, _ -> List.of(LOOPBACK), Duration.ofMillis(500));
    return assertThrows(
            FetchFailure.class, () -> quick.get(at(server), Set.of(AUTHORITY.thumbprint())))
        .kind();
  }

  private Kind failure(TlsServer server, String... thumbprints) {
    return assertThrows(FetchFailure.class, () -> fetcher.get(at(server), Set.of(thumbprints)))
        .kind();
  }

  @Test
  void bodyOfAStatedLengthIsRead() throws FetchFailure {
    assertEquals("abc", get("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef"));
  }

  @Test
  void bodyUpToTheEndIsRead() throws FetchFailure {
    assertEquals("abcdef", get("HTTP/1.0 200 OK\r\nX: y\r\n\r\nabcdef"));
  }

  @Test
  void chunkedBodyIsRead() throws FetchFailure {
    assertEquals(
        "abcdefghijkl",
        get(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n9;x=y\r\ndefghijkl\r\n0\r\n\r\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.2\r\n\r\n",
        "HTTP/1.1 2x0 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Length: 262145\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n0\r\n\r\n",
        "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
      })
  void answerThatIsNoDocumentIsUnusable(String answer) {
    assertEquals(Kind.UNUSABLE, failure(answer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200",
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc",
        "HTTP/1.1 503 Service Unavailable\r\n\r\n"
      })
  void answerThatEndsEarlyOrIsAFaultIsOneThatMayComeLater(String answer) {
    assertEquals(Kind.UNREACHABLE, failure(answer));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void Abuse_127_redirectIsNotFollowed(int status) throws FetchFailure {
    try (TlsServer other = answering("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")) {
      String moved = "HTTP/1.1 " + status + " Moved\r\nLocation: " + at(other) + "\r\n\r\n";
      assertEquals(Kind.UNUSABLE, failure(moved));
      assertEquals(0, other.connections());
      fetcher.get(at(other), Set.of(AUTHORITY.thumbprint()));
    }
  }

  @Test
  void Abuse_090_endlessBodyIsCutOff() {
    String head = "HTTP/1.1 200 OK\r\n\r\n";
    try (TlsServer server =
        new TlsServer(
            SERVER,
            out -> {
              out.write(head.getBytes(StandardCharsets.ISO_8859_1));
              byte[] more = new byte[8192];
              for (int i = 0; i < 10_000; i++) {
                out.write(more);
              }
            })) {
      assertEquals(Kind.UNUSABLE, failure(server, AUTHORITY.thumbprint()));
    }
    assertEquals(Kind.UNUSABLE, failure("HTTP/1.1 200 OK\r\nX: " + "y".repeat(17_000)));
  }

  @Test
  void Abuse_127_serverThatDripsIsLeft() {
    try (TlsServer server =
        new TlsServer(
            SERVER,
            out -> {
              out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
              while (true) {
                out.write('x');
                out.flush();
                LockSupport.parkNanos(1_000_000);
              }
            })) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(9), () -> assertEquals(Kind.UNREACHABLE, impatient(server)));
    }
  }

  @Test
  void Abuse_127_serverThatSaysNothingIsLeft() {
    try (TlsServer server = new TlsServer(SERVER, _ -> new CountDownLatch(1).await())) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(9), () -> assertEquals(Kind.UNREACHABLE, impatient(server)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://idp.example.com/",
        "ftp://idp.example.com/",
        "file:///etc/passwd",
        "https:///x",
        "https://user:pass@idp.example.com/",
        "https://idp.example.com:0/",
        "https://idp.example.com:99999/",
        "https:opaque",
        "/relative"
      })
  void Abuse_127_onlyPlainHttpsIsFetched(String uri) {
    HttpsFetcher asksNobody =
        new HttpsFetcher(
            LOOPBACK_TOO,
            _ -> {
              throw new AssertionError("looked up");
            });
    FetchFailure failure =
        assertThrows(FetchFailure.class, () -> asksNobody.get(URI.create(uri), Set.of()));
    assertEquals(Kind.UNUSABLE, failure.kind());
  }

  @Test
  void Abuse_127_privateAddressIsNotConnectedToUnlessTheOperatorSaysSo() throws FetchFailure {
    HttpsFetcher strict = new HttpsFetcher(new AddressRules(List.of()), _ -> List.of(LOOPBACK));
    try (TlsServer server = answering("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")) {
      Set<String> thumbprints = Set.of(AUTHORITY.thumbprint());
      FetchFailure failure =
          assertThrows(FetchFailure.class, () -> strict.get(at(server), thumbprints));
      assertEquals(Kind.UNREACHABLE, failure.kind());
      assertThrows(FetchFailure.class, () -> strict.topThumbprint(at(server)));
      assertEquals(0, server.connections());
      assertEquals(1, fetcher.get(at(server), thumbprints).length);
    }
  }

  /// Spelled as numbers, which a resolver may take for addresses. What counts is what comes out.
  @ParameterizedTest
  @ValueSource(
      strings = {"2130706433", "0x7f.1", "127.1", "017700000001", "[::1]", "[::ffff:127.0.0.1]"})
  void Abuse_127_otherSpellingsOfLoopbackAreRefused(String host) {
    HttpsFetcher strict = new HttpsFetcher(new AddressRules(List.of()), Resolver.SYSTEM);
    FetchFailure failure =
        assertThrows(
            FetchFailure.class, () -> strict.get(URI.create("https://" + host + "/"), Set.of()));
    assertEquals(host.equals("2130706433") ? Kind.UNREACHABLE : failure.kind(), failure.kind());
  }

  @Test
  void Abuse_127_nameIsLookedUpOnceAndTheCheckedAddressConnectedTo() throws FetchFailure {
    List<String> asked = new ArrayList<>();
    Resolver rebinding =
        host -> {
          asked.add(host);
          return List.of(asked.size() == 1 ? LOOPBACK : InetAddress.ofLiteral("10.0.0.1"));
        };
    try (TlsServer server = answering("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")) {
      HttpsFetcher once = new HttpsFetcher(LOOPBACK_TOO, rebinding);
      once.get(at(server), Set.of(AUTHORITY.thumbprint()));
      assertEquals(List.of(HOST), asked);
      assertThrows(FetchFailure.class, () -> once.get(at(server), Set.of()));
    }
  }

  @Test
  void Abuse_127_nameWithOnePrivateAddressIsRefusedWhole() {
    HttpsFetcher mixed =
        new HttpsFetcher(
            new AddressRules(List.of()), _ -> List.of(InetAddress.ofLiteral("1.1.1.1"), LOOPBACK));
    assertThrows(
        FetchFailure.class, () -> mixed.get(URI.create("https://" + HOST + "/"), Set.of()));
  }

  @Test
  void nameWithoutAnAddressIsUnreachable() {
    HttpsFetcher nowhere =
        new HttpsFetcher(
            LOOPBACK_TOO,
            host -> {
              throw new UnknownHostException(host);
            });
    FetchFailure failure =
        assertThrows(
            FetchFailure.class, () -> nowhere.get(URI.create("https://" + HOST + "/"), Set.of()));
    assertEquals(Kind.UNREACHABLE, failure.kind());
  }

  @Test
  void thumbprintOfAnyCertificateOfTheChainVouches() throws FetchFailure {
    try (TlsServer server = answering("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")) {
      byte[] x = "x".getBytes(StandardCharsets.US_ASCII);
      String upper = SERVER.thumbprint().toUpperCase(Locale.ROOT);
      assertArrayEquals(x, fetcher.get(at(server), Set.of(upper)));
      assertArrayEquals(x, fetcher.get(at(server), Set.of("0", AUTHORITY.thumbprint())));
      assertEquals(AUTHORITY.thumbprint(), fetcher.topThumbprint(at(server)));
    }
  }

  @Test
  void Abuse_092_serverThatNobodyVouchesForIsRefused() {
    try (TlsServer server = answering("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")) {
      String other = TestCertificate.authority("Test CA").thumbprint();
      assertEquals(Kind.THUMBPRINT_MISMATCH, failure(server));
      assertEquals(Kind.THUMBPRINT_MISMATCH, failure(server, other));
    }
  }

  @Test
  void Abuse_092_thumbprintDoesNotMakeUpForAnotherHostOrAnOldCertificate() {
    TestCertificate foreign = AUTHORITY.issue("other.example.com");
    try (TlsServer server = new TlsServer(foreign, _ -> {})) {
      assertEquals(Kind.UNREACHABLE, failure(server, AUTHORITY.thumbprint()));
      assertEquals(Kind.UNREACHABLE, failure(server, foreign.thumbprint()));
    }
    TestCertificate expired = TestCertificate.expired(HOST);
    try (TlsServer server = new TlsServer(expired, _ -> {})) {
      assertEquals(Kind.UNREACHABLE, failure(server, expired.thumbprint()));
    }
  }

  /// The certificate with the thumbprint is shown, but did not issue the server's.
  @Test
  void Abuse_092_pinnedCertificateThatIsOnlyShownDoesNotVouch() {
    TestCertificate lookalike = TestCertificate.authority("Test CA").issue(HOST);
    TestCertificate padded =
        new TestCertificate(
            lookalike.keys(), List.of(lookalike.certificate(), AUTHORITY.certificate()));
    try (TlsServer server = new TlsServer(padded, _ -> {})) {
      assertEquals(Kind.UNREACHABLE, failure(server, AUTHORITY.thumbprint()));
    }
  }
}
