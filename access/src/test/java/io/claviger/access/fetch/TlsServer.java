package io.claviger.access.fetch;

import io.claviger.testkit.TestCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;

/// A server on a loopback port that shows a certificate and answers as it is told.
final class TlsServer implements AutoCloseable {

  private final SSLServerSocket listening;
  private final Answer answer;
  private final AtomicInteger connections = new AtomicInteger();

  interface Answer {
    void to(OutputStream out) throws IOException, InterruptedException;
  }

  TlsServer(TestCertificate certificate, Answer answer) {
    this.answer = answer;
    try {
      this.listening =
          (SSLServerSocket)
              certificate
                  .tls()
                  .getServerSocketFactory()
                  .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  int port() {
    return listening.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  private void listen() {
    while (!listening.isClosed()) {
      try (Socket socket = listening.accept()) {
        connections.incrementAndGet();
        readHead(socket.getInputStream());
        answer.to(socket.getOutputStream());
      } catch (SSLException | SocketException _) {
        // The client did not like the certificate, had enough, or the server is closed.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private static void readHead(InputStream in) throws IOException {
    int newLines = 0;
    for (int next = in.read(); next >= 0 && newLines < 2; next = in.read()) {
      newLines = next == '\n' ? newLines + 1 : next == '\r' ? newLines : 0;
      if (newLines == 2) {
        return;
      }
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
