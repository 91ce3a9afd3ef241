package io.claviger.policy.document;

/// A stretch of a policy's text, from the first character to behind the last. Lines and columns
/// count from 1; columns count UTF-16 units.
public record Span(int startLine, int startColumn, int endLine, int endColumn) {

  /// Where a statement stands that was not read from a text.
  public static final Span NONE = new Span(0, 0, 0, 0);

  static final Span START = new Span(1, 1, 1, 1);
}
