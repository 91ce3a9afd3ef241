package io.claviger.server.http;

import java.io.IOException;
import java.io.InputStream;

/// A request's body, which knows whether it was read to its end. Whatever goes wrong in reading is
/// an [IOException].
final class Body extends InputStream {

  private final InputStream in;
  private boolean whole;

  Body(InputStream in) {
    this.in = in;
  }

  /// Whether the end was reached.
  boolean isWhole() {
    return whole;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int count = in.read(buffer, offset, length);
      whole = whole || count < 0;
      return count;
    } catch (RuntimeException e) {
      // The HTTP server throws these for a chunk whose size is no number, for one.
      throw new IOException("The body is malformed", e);
    }
  }
}
