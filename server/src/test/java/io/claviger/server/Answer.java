package io.claviger.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One response as it came over the socket.
record Answer(int status, String head, String body) {

  private static final int SILENCE_MILLIS = 20_000;

  /// Sends bytes as they are and reads the one response, which states its length.
  static Answer to(URI endpoint, String bytes) throws IOException {
    try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
      socket.setSoTimeout(SILENCE_MILLIS);
      write(socket, bytes.getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = new BufferedInputStream(socket.getInputStream());
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0) {
          throw new EOFException("Ended after " + head);
        }
        head.append((char) next);
      }
      byte[] body = in.readNBytes(length(head.toString()));
      return new Answer(
          Integer.parseInt(head.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3)),
          head.toString(),
          new String(body, StandardCharsets.UTF_8));
    }
  }

  /// A server that refuses a large body answers and closes before it has read all of it. Then the
  /// rest can't be written, but the answer is there to be read; without one, reading fails.
  private static void write(Socket socket, byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException _) {
      // What counts is the answer.
    }
  }

  private static int length(String head) {
    return head.lines()
        .map(line -> line.split(":", 2))
        .filter(parts -> parts[0].equalsIgnoreCase("Content-Length"))
        .map(parts -> Integer.parseInt(parts[1].strip()))
        .findFirst()
        .orElse(0);
  }

  /// The error's code, empty in an answer that is none.
  String code() {
    return body.contains("<Code>") ? value("Code") : "";
  }

  String requestId() {
    return value("RequestId");
  }

  /// The text of the first element of that name.
  String value(String element) {
    List<String> all = values(element);
    if (all.isEmpty()) {
      throw new AssertionError("No " + element + " in " + this);
    }
    return all.getFirst().replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
  }

  List<String> values(String element) {
    List<String> found = new ArrayList<>();
    String open = '<' + element + '>';
    int at = body.indexOf(open);
    while (at >= 0) {
      int start = at + open.length();
      found.add(body.substring(start, body.indexOf("</" + element + '>', start)));
      at = body.indexOf(open, start);
    }
    return found;
  }

  /// The temporary credentials in it.
  Signer credentials() {
    requireSuccess();
    return new Signer(value("AccessKeyId"), value("SecretAccessKey"), value("SessionToken"));
  }

  Answer requireSuccess() {
    assertEquals(200, status, body);
    return this;
  }

  /// @param code the error it must be
  Answer requireError(int expectedStatus, String code) {
    assertEquals(expectedStatus + " " + code, status + " " + code(), body);
    return this;
  }
}
