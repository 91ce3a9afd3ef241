package io.claviger.policy.cases;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/// Takes a stream of decision cases apart at line ends, in memory that does not grow with the
/// stream. Confined to one thread.
public final class LineBlocks {

  /// The longest line that is read, without its end.
  public static final int MAX_LINE_BYTES = 4 * 1024 * 1024;

  private static final int CHUNK_BYTES = 64 * 1024;

  private final InputStream in;

  // Unread bytes are those before end, and none of them before scanned ends a line.
  private byte[] buffer = new byte[CHUNK_BYTES];
  private int scanned;
  private int end;

  public LineBlocks(InputStream in) {
    this.in = in;
  }

  /// The lines that have come, at least one; empty at the end of the stream. Blocks until there is
  /// one, but not for more.
  ///
  /// @throws IOException if the stream fails
  public Optional<LineBlock> next() throws IOException {
    while (true) {
      int afterLines = lastNewline() + 1;
      if (afterLines > 0) {
        return Optional.of(LineBlock.of(take(afterLines)));
      }
      scanned = end;
      if (end > MAX_LINE_BYTES) {
        LineBlock block = LineBlock.beginningOfTooLong(take(CHUNK_BYTES));
        skipLine();
        return Optional.of(block);
      }
      if (!fill()) {
        return end == 0 ? Optional.empty() : Optional.of(LineBlock.of(take(end)));
      }
    }
  }

  private int lastNewline() {
    int at = end - 1;
    while (at >= scanned && buffer[at] != '\n') {
      at--;
    }
    return at >= scanned ? at : -1;
  }

  private byte[] take(int count) {
    byte[] taken = Arrays.copyOf(buffer, count);
    drop(count);
    return taken;
  }

  private void drop(int count) {
    System.arraycopy(buffer, count, buffer, 0, end - count);
    end -= count;
    scanned = 0;
  }

  /// Reads more behind what is there; false at the end of the stream.
  private boolean fill() throws IOException {
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(2 * end, MAX_LINE_BYTES + CHUNK_BYTES));
    }
    int count = in.read(buffer, end, buffer.length - end);
    end += Math.max(0, count);
    return count >= 0;
  }

  private void skipLine() throws IOException {
    for (int i = 0; ; i++) {
      if (i == end) {
        end = 0;
        i = -1;
        if (!fill()) {
          return;
        }
      } else if (buffer[i] == '\n') {
        drop(i + 1);
        return;
      }
    }
  }
}
