package io.claviger.testkit;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// An OpenID Connect provider that serves over TLS on a loopback port, with a certificate that no
/// authority vouches for.
public final class LoopbackIssuer implements AutoCloseable {

  private static final TestIssuer.Key KEY =
      new TestIssuer.Key("k", "RS256", TestCertificates.keys("RSA", 2_048));

  private final HttpsServer server;
  private final AtomicInteger asked = new AtomicInteger();
  private final String host;
  private final ChangingKeys shown;
  private final TestIssuer issuer;
  private TestCertificate certificate;
  private volatile boolean isDown;

  /// Starts it.
  ///
  /// @param host a name or address of this machine, which the certificate is for
  public LoopbackIssuer(String host) {
    this.host = host;
    certificate = TestCertificate.selfSigned(host);
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName(host), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    shown = new ChangingKeys(certificate);
    server.setHttpsConfigurator(new HttpsConfigurator(TestCertificate.tls(shown)));
    issuer = new TestIssuer("https://" + host + ':' + server.getAddress().getPort(), KEY);
    serve("/.well-known/openid-configuration", issuer.discovery());
    serve("/keys", issuer.keySet());
    server.start();
  }

  private void serve(String path, String document) {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          asked.incrementAndGet();
          if (isDown) {
            exchange.close();
            return;
          }
          exchange.sendResponseHeaders(200, bytes.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
          }
        });
  }

  public TestCertificate certificate() {
    return certificate;
  }

  public TestIssuer issuer() {
    return issuer;
  }

  /// From now on connections end without an answer.
  public void goDown() {
    isDown = true;
  }

  public void comeBack() {
    isDown = false;
  }

  /// From now on another serves at its address: all is the same but the certificate.
  public void changeHands() {
    certificate = TestCertificate.selfSigned(host);
    shown.change(certificate);
  }

  /// How many documents were asked for.
  public int asked() {
    return asked.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
