package io.claviger.policy.match;

import io.claviger.policy.document.AsciiCase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A pattern that has policy variables.
///
/// Up to the first wildcard it is compared piece by piece, which needs no memory; where variables
/// stand behind a wildcard, the pattern is put together with the request's values first.
final class VariablePattern {

  private final List<Piece> pieces;

  /// What stands before the first wildcard: text and variables, in order.
  private final Piece[] start;

  /// What follows, from the first wildcard; null if there are variables in it.
  private final @Nullable Glob rest;

  private final boolean ignoresCase;

  VariablePattern(List<Piece> pieces, boolean ignoresCase) {
    this.pieces = merged(pieces);
    this.ignoresCase = ignoresCase;
    int wild = 0;
    while (wild < this.pieces.size() && !isWild(this.pieces.get(wild))) {
      wild++;
    }
    this.start = this.pieces.subList(0, wild).toArray(Piece[]::new);
    List<Piece> behind = this.pieces.subList(wild, this.pieces.size());
    this.rest = behind.stream().anyMatch(Piece.Variable.class::isInstance) ? null : Glob.of(behind);
  }

  private static boolean isWild(Piece piece) {
    return piece instanceof Piece.Run || piece instanceof Piece.One;
  }

  /// Each stretch of characters as one piece.
  private static List<Piece> merged(List<Piece> pieces) {
    List<Piece> merged = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Literal(char c)) {
        text.append(c);
        continue;
      }
      addText(text, merged);
      merged.add(piece);
    }
    addText(text, merged);
    return List.copyOf(merged);
  }

  private static void addText(StringBuilder text, List<Piece> to) {
    if (!text.isEmpty()) {
      to.add(new Piece.Text(text.toString()));
      text.setLength(0);
    }
  }

  /// Whether the pattern matches the whole of `text[from, to)`.
  Match match(String text, int from, int to, ContextValues context) {
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Piece.Variable variable && value(variable, context) == null) {
        return Match.UNRESOLVED;
      }
    }
    Glob behind = rest;
    if (behind == null) {
      return of(put(context).matches(text, from, to));
    }
    int at = from;
    for (int i = 0; i < start.length && at >= 0; i++) {
      at = passed(start[i], text, at, to, context);
    }
    return of(at >= 0 && behind.matches(text, at, to));
  }

  private static Match of(boolean matches) {
    return matches ? Match.YES : Match.NO;
  }

  /// Where the text goes on behind the piece, which stands at `at`; -1 if it does not stand there.
  private int passed(Piece piece, String text, int at, int to, ContextValues context) {
    String expected = literal(piece, context);
    boolean isThere = expected.length() <= to - at && text.startsWith(expected, at);
    return isThere ? at + expected.length() : -1;
  }

  /// The pattern with the request's values in it. All variables have one.
  private Glob put(ContextValues context) {
    List<Piece> put = new ArrayList<>();
    for (Piece piece : pieces) {
      put.add(isWild(piece) ? piece : new Piece.Text(literal(piece, context)));
    }
    return Glob.of(put);
  }

  private String literal(Piece piece, ContextValues context) {
    return switch (piece) {
      case Piece.Text(String text) -> text;
      case Piece.Literal(char c) -> String.valueOf(c);
      case Piece.Variable variable -> {
        String value = value(variable, context);
        if (value == null) {
          throw new IllegalStateException("the variable has a value: " + variable.key());
        }
        yield ignoresCase ? AsciiCase.lower(value) : value;
      }
      case Piece.One _, Piece.Run _ ->
          throw new IllegalStateException("a wildcard is no literal text");
    };
  }

  private static @Nullable String value(Piece.Variable variable, ContextValues context) {
    ContextValues.Entry entry = context.find(variable.name());
    if (entry == null) {
      return variable.fallback();
    }
    return entry.isMultivalued() ? null : entry.single();
  }

  String prefix() {
    return pieces.getFirst() instanceof Piece.Text(String text) ? text : "";
  }

  String suffix() {
    return pieces.getLast() instanceof Piece.Text(String text) ? text : "";
  }

  /// The keys of the variables, in order.
  List<String> keys() {
    return pieces.stream()
        .filter(Piece.Variable.class::isInstance)
        .map(piece -> ((Piece.Variable) piece).key())
        .toList();
  }
}
