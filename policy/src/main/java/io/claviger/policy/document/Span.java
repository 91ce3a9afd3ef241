package io.claviger.policy.document;

/// A stretch of a policy's text, from the first character to behind the last. Lines and columns
/// count from 1; columns count UTF-16 units.
public record Span(int startLine, int startColumn, int endLine, int endColumn) {

  /// Where a statement stands that was not read from a text.
  public static final Span NONE = new Span(0, 0, 0, 0);

  static final Span START = new Span(1, 1, 1, 1);

  /// The stretch between two places that are counted in UTF-16 units from 0. Lines end in any way
  /// that JSON tools count.
  static Span of(String text, int from, int to) {
    return START.after(text, 0, from).after(text, from, to);
  }

  /// The stretch that starts where this one ends.
  private Span after(String text, int from, int to) {
    int line = endLine;
    int column = endColumn;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean isLineEnd = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
      line += isLineEnd ? 1 : 0;
      column = isLineEnd ? 1 : column + 1;
    }
    return new Span(endLine, endColumn, line, column);
  }
}
