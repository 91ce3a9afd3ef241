package io.claviger.policy.match;

import io.claviger.policy.document.AsciiCase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A pattern that may have policy variables, compiled as far as it goes without a request.
///
/// A variable's value is literal: `*` in a tag is no wildcard, `${…}` in it no variable.
///
/// AWS rule: IAM User Guide, "IAM policy elements: Variables and tags".
public final class TextPattern {

  private final List<Piece> pieces;

  /// The pattern, if it has no variables.
  private final @Nullable Glob constant;

  private final boolean ignoresCase;

  private TextPattern(List<Piece> pieces, boolean ignoresCase) {
    this.pieces = List.copyOf(pieces);
    this.ignoresCase = ignoresCase;
    boolean isConstant = pieces.stream().noneMatch(Piece.Variable.class::isInstance);
    this.constant = isConstant ? build(new String[0]) : null;
  }

  /// A pattern in which variables count or not, and wildcards count or not.
  public static TextPattern of(String text, boolean hasVariables, boolean hasWildcards) {
    return of(Piece.read(text, hasVariables, hasWildcards));
  }

  /// A pattern without wildcards that is to be matched against text in lower case (ASCII).
  public static TextPattern ignoringCase(String text, boolean hasVariables) {
    return new TextPattern(Piece.read(text, hasVariables, false), true);
  }

  static TextPattern of(List<Piece> pieces) {
    return new TextPattern(pieces, false);
  }

  /// The pattern with the request's values in it, or null when a variable has none and no default.
  /// A key of several values is no value.
  public @Nullable Glob in(ContextValues context) {
    if (constant != null) {
      return constant;
    }
    String[] values = new String[pieces.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = "";
      if (pieces.get(i) instanceof Piece.Variable variable) {
        String value = value(variable, context);
        if (value == null) {
          return null;
        }
        values[i] = ignoresCase ? AsciiCase.lower(value) : value;
      }
    }
    return build(values);
  }

  /// The keys of the variables, in order.
  public List<String> variables() {
    return pieces.stream()
        .filter(Piece.Variable.class::isInstance)
        .map(piece -> ((Piece.Variable) piece).key())
        .toList();
  }

  private static @Nullable String value(Piece.Variable variable, ContextValues context) {
    ContextValues.Entry entry = context.get(variable.key());
    if (entry == null) {
      return variable.fallback();
    }
    return entry.isMultivalued() ? null : entry.all().getFirst();
  }

  /// @param values for each piece that is a variable, in its place
  private Glob build(String[] values) {
    Glob.Builder builder = new Glob.Builder();
    for (int i = 0; i < pieces.size(); i++) {
      switch (pieces.get(i)) {
        case Piece.Literal(char c) -> builder.literal(ignoresCase ? AsciiCase.lower(c) : c);
        case Piece.One _ -> builder.one();
        case Piece.Run _ -> builder.run();
        case Piece.Variable _ -> builder.literal(values[i]);
      }
    }
    return builder.build();
  }
}
