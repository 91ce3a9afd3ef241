package io.claviger.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// Sends bytes as they are, and returns all that comes back until the server closes or falls
/// silent.
final class RawSocket {

  private static final int SILENCE_MILLIS = 1_000;

  private RawSocket() {}

  /// What came back.
  ///
  /// @param isClosed whether the server closed the connection
  record Answer(String text, boolean isClosed) {

    /// How many responses came.
    int responses() {
      return text.split("HTTP/1.1 ", -1).length - 1;
    }

    int status() {
      return Integer.parseInt(text.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
    }
  }

  static Answer send(URI endpoint, String bytes) throws IOException {
    try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
      socket.setSoTimeout(SILENCE_MILLIS);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return read(socket.getInputStream());
    }
  }

  private static Answer read(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[8192];
    while (true) {
      try {
        int count = in.read(buffer);
        if (count < 0) {
          return new Answer(text.toString(), true);
        }
        text.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
      } catch (SocketTimeoutException _) {
        return new Answer(text.toString(), false);
      }
    }
  }
}
