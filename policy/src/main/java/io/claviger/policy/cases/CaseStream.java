package io.claviger.policy.cases;

import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Reads decision cases off a stream of bytes, a line each, in memory that does not grow with the
/// stream. Confined to one thread.
public final class CaseStream {

  /// The longest line that is read, without its end.
  public static final int MAX_LINE_BYTES = 4 * 1024 * 1024;

  private static final int CHUNK_BYTES = 64 * 1024;

  private final InputStream in;
  private final Flushable beforeWaiting;
  private final CaseReader reader = new CaseReader();

  // Unread bytes are those from start to end, and none of them before scanned ends a line.
  private byte[] buffer = new byte[CHUNK_BYTES];
  private int start;
  private int scanned;
  private int end;

  /// @param beforeWaiting is flushed before the stream is asked for more, so that whoever waits for
  ///   an answer to what was sent so far has it
  public CaseStream(InputStream in, Flushable beforeWaiting) {
    this.in = in;
    this.beforeWaiting = beforeWaiting;
  }

  /// The next line; empty at the end of the stream. Blocks until there is one.
  ///
  /// @throws IOException if the stream fails, never on account of what is in it
  public Optional<CaseLine> next() throws IOException {
    while (true) {
      int newline = indexOfNewline();
      if (newline >= 0) {
        CaseLine line = read(newline);
        start = newline + 1;
        scanned = start;
        return Optional.of(line);
      }
      if (end - start > MAX_LINE_BYTES) {
        CaseLine line = read(end);
        skipLine();
        return Optional.of(line);
      }
      if (!fill()) {
        return last();
      }
    }
  }

  private Optional<CaseLine> last() {
    if (start == end) {
      return Optional.empty();
    }
    CaseLine line = read(end);
    start = end;
    return Optional.of(line);
  }

  private int indexOfNewline() {
    for (int i = scanned; i < end; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    scanned = end;
    return -1;
  }

  /// Reads more behind what is there; false at the end of the stream.
  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      scanned -= start;
      start = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, MAX_LINE_BYTES + CHUNK_BYTES));
    }
    beforeWaiting.flush();
    int count = in.read(buffer, end, buffer.length - end);
    end += Math.max(0, count);
    return count >= 0;
  }

  private void skipLine() throws IOException {
    int newline = -1;
    while (newline < 0) {
      start = end;
      if (!fill()) {
        return;
      }
      newline = indexOfNewline();
    }
    start = newline + 1;
    scanned = start;
  }

  /// The line from the start to there.
  private CaseLine read(int to) {
    if (to - start > MAX_LINE_BYTES) {
      String beginning = new String(buffer, start, CHUNK_BYTES, StandardCharsets.UTF_8);
      return new BadCase(
          CaseReader.idOf(beginning), "The line is longer than " + MAX_LINE_BYTES + " bytes");
    }
    String text = new String(buffer, start, to - start, StandardCharsets.UTF_8);
    return text.indexOf(Quoted.REPLACEMENT) >= 0 && !isUtf8(to)
        ? new BadCase(CaseReader.idOf(text), "The line is not UTF-8")
        : reader.read(text);
  }

  private boolean isUtf8(int to) {
    try {
      var _ =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, start, to - start));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }
}
