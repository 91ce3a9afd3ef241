package io.claviger.policy.match;

import java.util.List;

/// Reads `${key}`, `${key, 'fallback'}` and the escapes `${*}`, `${?}`, `${$}`.
///
/// AWS rule: IAM User Guide, "IAM policy elements: Variables and tags".
final class VariableReader {

  private static final String FALLBACK_START = ", '";
  private static final String FALLBACK_END = "'}";

  private VariableReader() {}

  /// Adds the piece that starts with the `$` at `start`; returns where the next one starts.
  static int read(String text, int start, List<Piece> pieces) {
    int nameStart = start + 2;
    if (!text.startsWith("${", start)) {
      return literal(pieces, text, start);
    }
    int nameEnd = nameEnd(text, nameStart);
    if (nameEnd == text.length() || nameEnd == nameStart) {
      return readEscape(text, start, pieces);
    }
    String name = text.substring(nameStart, nameEnd);
    if (text.charAt(nameEnd) == '}') {
      pieces.add(new Piece.Variable(name, null));
      return nameEnd + 1;
    }
    int fallbackStart = nameEnd + FALLBACK_START.length();
    int fallbackEnd = text.indexOf(FALLBACK_END, fallbackStart);
    if (!text.startsWith(FALLBACK_START, nameEnd) || fallbackEnd < 0) {
      return literal(pieces, text, start);
    }
    String fallback = text.substring(fallbackStart, fallbackEnd);
    pieces.add(new Piece.Variable(name, fallback));
    return fallbackEnd + FALLBACK_END.length();
  }

  private static int readEscape(String text, int start, List<Piece> pieces) {
    int at = start + 2;
    boolean isEscape =
        at + 1 < text.length() && "*?$".indexOf(text.charAt(at)) >= 0 && text.charAt(at + 1) == '}';
    if (!isEscape) {
      return literal(pieces, text, start);
    }
    pieces.add(new Piece.Literal(text.charAt(at)));
    return at + 2;
  }

  private static int literal(List<Piece> pieces, String text, int at) {
    pieces.add(new Piece.Literal(text.charAt(at)));
    return at + 1;
  }

  /// Names hold neither spaces nor what could start another variable.
  private static int nameEnd(String text, int start) {
    int end = start;
    while (end < text.length() && "}, '\"${*?".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
