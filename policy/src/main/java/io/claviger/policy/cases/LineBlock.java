package io.claviger.policy.cases;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A stretch of a stream of decision cases that holds whole lines, or the beginning of one that is
/// too long to be read.
public final class LineBlock {

  private final byte[] bytes;
  private final boolean isTooLong;

  private LineBlock(byte[] bytes, boolean isTooLong) {
    this.bytes = bytes;
    this.isTooLong = isTooLong;
  }

  /// One line, without its end; of one that is too long only the beginning.
  public static final class Line {

    private final byte[] bytes;
    private final int start;
    private final int length;
    private final boolean isTooLong;

    private Line(byte[] bytes, int start, int end, boolean isTooLong) {
      this.bytes = bytes;
      this.start = start;
      this.length = end - start;
      this.isTooLong = isTooLong;
    }

    boolean isTooLong() {
      return isTooLong;
    }

    /// The first bytes as text, with a replacement for what is not UTF-8.
    String text(int mostBytes) {
      return new String(bytes, start, Math.min(length, mostBytes), StandardCharsets.UTF_8);
    }

    boolean isUtf8() {
      try {
        var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, length));
        return true;
      } catch (CharacterCodingException _) {
        return false;
      }
    }
  }

  /// Lines in UTF-8, each with its end, which the last may lack.
  static LineBlock of(byte[] lines) {
    return new LineBlock(lines, false);
  }

  static LineBlock beginningOfTooLong(byte[] beginning) {
    return new LineBlock(beginning, true);
  }

  /// The lines in order.
  public List<Line> lines() {
    if (isTooLong) {
      return List.of(new Line(bytes, 0, bytes.length, true));
    }
    List<Line> lines = new ArrayList<>();
    int start = 0;
    while (start < bytes.length) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      lines.add(new Line(bytes, start, end, end - start > LineBlocks.MAX_LINE_BYTES));
      start = end + 1;
    }
    return lines;
  }
}
