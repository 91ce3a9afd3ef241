package io.claviger.server;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.claviger.testkit.TestCertificate;
import io.claviger.testkit.TestCertificates;
import io.claviger.testkit.TestIssuer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// An OpenID Connect provider that serves over TLS on a loopback port, with a certificate that no
/// authority vouches for.
final class LoopbackIssuer implements AutoCloseable {

  private static final TestIssuer.Key KEY =
      new TestIssuer.Key("k", "RS256", TestCertificates.keys("RSA", 2_048));

  private final HttpsServer server;
  private final AtomicInteger asked = new AtomicInteger();
  final TestCertificate certificate;
  final TestIssuer issuer;

  /// @param path after the host, or nothing
  /// @param port 0 for any
  LoopbackIssuer(String path, int port) {
    certificate = TestCertificate.selfSigned("localhost");
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.tls()));
    issuer = new TestIssuer("https://localhost:" + server.getAddress().getPort() + path, KEY);
    serve(path + "/.well-known/openid-configuration", issuer.discovery());
    serve(path + "/keys", issuer.keySet());
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

  int port() {
    return server.getAddress().getPort();
  }

  /// How many documents were asked for.
  int asked() {
    return asked.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
