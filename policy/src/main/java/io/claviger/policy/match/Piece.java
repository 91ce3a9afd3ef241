package io.claviger.policy.match;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of a pattern's text.
sealed interface Piece {

  /// One character that stands for itself.
  record Literal(char character) implements Piece {}

  /// Several characters that stand for themselves.
  record Text(String characters) implements Piece {}

  /// `?`
  record One() implements Piece {}

  /// `*`
  record Run() implements Piece {}

  /// `${key}` or `${key, 'fallback'}`.
  ///
  /// @param key as written
  record Variable(String key, KeyName name, @Nullable String fallback) implements Piece {

    Variable(String key, @Nullable String fallback) {
      this(key, KeyName.of(key), fallback);
    }
  }

  One ONE = new One();
  Run RUN = new Run();

  /// Takes a text apart. What looks like a variable but is none stays literal text.
  ///
  /// @param hasVariables whether `${…}` is a variable or an escape, as in version 2012-10-17
  /// @param hasWildcards whether `*` and `?` are wildcards
  static List<Piece> read(String text, boolean hasVariables, boolean hasWildcards) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '$' && hasVariables) {
        at = VariableReader.read(text, at, pieces);
        continue;
      }
      if (c == '*' && hasWildcards) {
        pieces.add(RUN);
      } else if (c == '?' && hasWildcards) {
        pieces.add(ONE);
      } else {
        pieces.add(new Literal(c));
      }
      at++;
    }
    return pieces;
  }
}
