package io.claviger.policy.match;

import io.claviger.policy.document.AsciiCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A pattern that has policy variables.
///
/// Up to the first wildcard it is compared piece by piece, which needs no memory. Where variables
/// stand behind a wildcard, the pattern is put together with the request's values or, if many
/// patterns are tried on the text, the text is searched for each of the values once ([Places]).
final class VariablePattern {

  private final List<Piece> pieces;

  /// What stands before the first wildcard: text and variables, in order.
  private final Piece[] start;

  /// What follows, from the first wildcard; null if there are variables in it.
  private final @Nullable Glob rest;

  /// If there are: the pieces before the first `*`, between two and behind the last; else none.
  private final List<List<Piece>> segments;

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
    this.segments = rest == null ? segments(this.pieces) : List.of();
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

  private static List<List<Piece>> segments(List<Piece> pieces) {
    List<List<Piece>> segments = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= pieces.size(); i++) {
      if (i == pieces.size() || pieces.get(i) instanceof Piece.Run) {
        segments.add(pieces.subList(start, i));
        start = i + 1;
      }
    }
    return segments;
  }

  /// Whether the pattern matches the whole of `text[from, to)`.
  Match match(String text, int from, int to, ContextValues context, Subjects subjects) {
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Piece.Variable variable && value(variable, context) == null) {
        return Match.UNRESOLVED;
      }
    }
    int at = from;
    for (int i = 0; i < start.length && at >= 0; i++) {
      at = passed(start[i], text, at, to, context);
    }
    if (at < 0) {
      return Match.NO;
    }
    boolean isMet =
        rest == null
            ? isWholeMet(text, from, to, context, subjects)
            : rest.matches(text, at, to, subjects);
    return isMet ? Match.YES : Match.NO;
  }

  private boolean isWholeMet(
      String text, int from, int to, ContextValues context, Subjects subjects) {
    Subject subject = subjects.of(text);
    Places places = subject == null ? null : subject.placesForMany(from, to);
    return places == null
        ? put(context).matches(text, from, to, subjects)
        : areSegmentsMet(places, context);
  }

  /// The pattern with the request's values in it.
  private Glob put(ContextValues context) {
    return Glob.of(
        pieces.stream()
            .map(piece -> isWild(piece) ? piece : new Piece.Text(literal(piece, context)))
            .toList());
  }

  /// Where the text goes on behind the piece, which stands at `at`; -1 if it does not stand there.
  private int passed(Piece piece, String text, int at, int to, ContextValues context) {
    String expected = literal(piece, context);
    boolean isThere = expected.length() <= to - at && text.startsWith(expected, at);
    return isThere ? at + expected.length() : -1;
  }

  /// All variables have a value.
  private boolean areSegmentsMet(Places places, ContextValues context) {
    Places.Sought first = sought(segments.getFirst(), places, context);
    if (segments.size() == 1) {
      return first.length() == places.length() && first.standsAt(0);
    }
    if (!first.standsAt(0)) {
      return false;
    }
    int at = first.length();
    Places.Sought last = sought(segments.getLast(), places, context);
    int end = places.length() - last.length();
    if (end < at || !last.standsAt(end)) {
      return false;
    }
    for (int i = 1; i < segments.size() - 1; i++) {
      Places.Sought sought = sought(segments.get(i), places, context);
      int found = sought.find(at, end);
      if (found < 0) {
        return false;
      }
      at = found + sought.length();
    }
    return true;
  }

  private Places.Sought sought(List<Piece> segment, Places places, ContextValues context) {
    Places.Sought sought = places.sought();
    for (Piece piece : segment) {
      switch (piece) {
        case Piece.One _ -> sought.addAny();
        case Piece.Variable _ -> sought.addValue(literal(piece, context));
        case Piece.Text _, Piece.Literal _, Piece.Run _ -> sought.add(literal(piece, context));
      }
    }
    return sought;
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

  /// What the variables stand for, by their keys and in order; empty for those without a value.
  Map<String, Optional<String>> values(ContextValues context) {
    Map<String, Optional<String>> values = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Variable variable) {
        values.put(variable.key(), Optional.ofNullable(value(variable, context)));
      }
    }
    return values;
  }

  /// The keys of the variables, in order.
  List<String> keys() {
    return pieces.stream()
        .filter(Piece.Variable.class::isInstance)
        .map(piece -> ((Piece.Variable) piece).key())
        .toList();
  }
}
