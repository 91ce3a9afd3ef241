package io.claviger.policy.cases;

/// A stretch of a stream of decision cases that holds whole lines, or the beginning of one that is
/// too long to be read.
public final class LineBlock {

  private final byte[] bytes;
  private final boolean isTooLong;

  private LineBlock(byte[] bytes, boolean isTooLong) {
    this.bytes = bytes;
    this.isTooLong = isTooLong;
  }

  /// Lines in UTF-8, each with its end, which the last may lack.
  static LineBlock of(byte[] lines) {
    return new LineBlock(lines, false);
  }

  static LineBlock beginningOfTooLong(byte[] beginning) {
    return new LineBlock(beginning, true);
  }

  byte[] bytes() {
    return bytes;
  }

  boolean isTooLong() {
    return isTooLong;
  }
}
