package io.claviger.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.wire.http.HttpResponse;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

  @TempDir private Path folder = Path.of("");

  private Listener start(Path certificate, Path key) {
    return Listener.start(
        new ListenerSettings(
            InetAddress.getLoopbackAddress(), 0, new TlsFiles(certificate, key), List.of(), null),
        request -> new HttpResponse(200, List.of(), "secure " + request.isSecure()),
        () -> true);
  }

  @Test
  void servesOverTlsThirteenOnly() throws Exception {
    openssl();
    try (Listener listener = start(folder.resolve("cert.pem"), folder.resolve("key.pem"))) {
      assertEquals("https", listener.endpoint().getScheme());
      HttpRequest request = HttpRequest.newBuilder(listener.endpoint()).build();
      try (HttpClient client = client("TLSv1.3")) {
        assertEquals("secure true", client.send(request, BodyHandlers.ofString()).body());
      }
      try (HttpClient old = client("TLSv1.2")) {
        assertThrows(SSLHandshakeException.class, () -> old.send(request, BodyHandlers.ofString()));
      }
    }
  }

  @Test
  void missingFileIsNamed() {
    Path missing = folder.resolve("missing.pem");
    StartupFailure failure =
        assertThrows(StartupFailure.class, () -> start(missing, missing).close());
    assertTrue(String.valueOf(failure.getMessage()).contains("missing.pem"));
  }

  @Test
  void fileThatHoldsNoCertificateIsRefused() throws Exception {
    Path junk = Files.writeString(folder.resolve("junk.pem"), "junk");
    assertThrows(StartupFailure.class, () -> start(junk, junk).close());
  }

  private HttpClient client(String protocol) throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(folder.resolve("cert.pem"))) {
      Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
      trusted.setCertificateEntry("server", certificate);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {protocol});
    return HttpClient.newBuilder().sslContext(context).sslParameters(parameters).build();
  }

  private void openssl() throws Exception {
    int status =
        new ProcessBuilder(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-keyout",
                folder.resolve("key.pem").toString(),
                "-out",
                folder.resolve("cert.pem").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("openssl.log").toFile())
            .start()
            .waitFor();
    assertEquals(0, status, Files.readString(folder.resolve("openssl.log")));
  }
}
