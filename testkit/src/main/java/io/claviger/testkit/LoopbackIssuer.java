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
  private final TestCertificate certificate;
  private final TestIssuer issuer;

  /// Starts it.
  ///
  /// @param host a name or address of this machine, which the certificate is for
  /// @param port 0 for any
  public LoopbackIssuer(String host, int port) {
    certificate = TestCertificate.selfSigned(host);
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.tls()));
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

  public int port() {
    return server.getAddress().getPort();
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
