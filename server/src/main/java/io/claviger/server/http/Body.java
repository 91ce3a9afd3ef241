package io.claviger.server.http;

import io.helidon.http.media.ReadableEntity;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A request's body, which knows whether it was read to its end. Whatever goes wrong in reading is
/// an [IOException].
///
/// A client that asks whether to send it (`Expect: 100-continue`) hears yes at the first read.
final class Body extends InputStream {

  private static final int CHUNK_BYTES = 16 * 1024;

  private final ReadableEntity entity;
  private @Nullable InputStream in;
  private boolean whole;

  Body(ReadableEntity entity) {
    this.entity = entity;
    this.whole = !entity.hasEntity();
  }

  /// Whether nothing of it is left on the connection.
  boolean isWhole() {
    return whole;
  }

  /// Reads on and throws away what comes, up to so many bytes and about so long. Blocks for the
  /// client. A body that nobody has begun to read is left alone: its client may wait to be asked.
  void discard(long mostBytes, Duration longest) {
    byte[] chunk = new byte[CHUNK_BYTES];
    long end = System.nanoTime() + longest.toNanos();
    long rest = mostBytes;
    try {
      while (in != null && !whole && rest > 0 && System.nanoTime() < end) {
        rest -= Math.max(0, read(chunk, 0, CHUNK_BYTES));
      }
    } catch (IOException _) {
      // Whoever has hung up, or sends nonsense, gets nothing more anyway.
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      InputStream from = in == null ? entity.inputStream() : in;
      in = from;
      int count = from.read(buffer, offset, length);
      whole = whole || count < 0;
      return count;
    } catch (RuntimeException e) {
      // The HTTP server throws these for a chunk whose size is no number, for one.
      throw new IOException("The body is malformed", e);
    }
  }
}
