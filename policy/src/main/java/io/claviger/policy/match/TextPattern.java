package io.claviger.policy.match;

import io.claviger.policy.document.AsciiCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A pattern that may have policy variables, compiled as far as it goes without a request.
///
/// A variable's value is literal: `*` in a tag is no wildcard, `${…}` in it no variable.
///
/// AWS rule: IAM User Guide, "IAM policy elements: Variables and tags".
public final class TextPattern {

  /// The pattern, if it has no variables; else null.
  private final @Nullable Glob constant;

  /// The pattern, if it has variables; else null.
  private final @Nullable VariablePattern variable;

  private TextPattern(Glob constant) {
    this.constant = constant;
    this.variable = null;
  }

  private TextPattern(List<Piece> pieces, boolean ignoresCase) {
    boolean isConstant = pieces.stream().noneMatch(Piece.Variable.class::isInstance);
    List<Piece> folded = ignoresCase ? pieces.stream().map(TextPattern::lower).toList() : pieces;
    this.constant = isConstant ? Glob.of(folded) : null;
    this.variable = isConstant ? null : new VariablePattern(folded, ignoresCase);
  }

  private static Piece lower(Piece piece) {
    return piece instanceof Piece.Literal(char c) ? new Piece.Literal(AsciiCase.lower(c)) : piece;
  }

  /// A pattern in which variables count or not, and wildcards count or not.
  public static TextPattern of(String text, boolean hasVariables, boolean hasWildcards) {
    if (hasVariables && text.indexOf('$') >= 0) {
      return of(Piece.read(text, true, hasWildcards));
    }
    return new TextPattern(hasWildcards ? Glob.of(text) : Glob.literal(text));
  }

  /// A pattern without wildcards that is to be matched against text in lower case (ASCII).
  public static TextPattern ignoringCase(String text, boolean hasVariables) {
    return hasVariables && text.indexOf('$') >= 0
        ? new TextPattern(Piece.read(text, true, false), true)
        : new TextPattern(Glob.literal(AsciiCase.lower(text)));
  }

  static TextPattern of(List<Piece> pieces) {
    return new TextPattern(pieces, false);
  }

  /// Whether the pattern matches the whole text.
  ///
  /// @return [Match#UNRESOLVED] if a variable has neither value nor default; a key of several
  ///   values is no value
  public Match match(String text, ContextValues context) {
    return match(text, context, Subjects.NONE);
  }

  /// The same for one of many patterns.
  public Match match(String text, ContextValues context, Subjects subjects) {
    return match(text, 0, text.length(), context, subjects);
  }

  /// Whether the pattern matches the whole of `text[from, to)`.
  Match match(String text, int from, int to, ContextValues context, Subjects subjects) {
    if (constant != null) {
      return constant.matches(text, from, to, subjects) ? Match.YES : Match.NO;
    }
    return variable == null ? Match.NO : variable.match(text, from, to, context, subjects);
  }

  /// The mark of a run of characters that every text has that matches, see [Runs].
  public int mark() {
    return constant == null ? Runs.NONE : constant.mark();
  }

  /// The one text that matches; null if there may be several, or if it depends on the request.
  public @Nullable String literal() {
    return constant == null ? null : constant.literal();
  }

  /// How every text that matches starts, if the pattern says no more than that and whether there
  /// may be more behind; else null.
  @Nullable String onlyStart() {
    return constant == null ? null : constant.onlyStart();
  }

  /// How every text that matches starts, as far as the pattern says.
  public String prefix() {
    if (constant != null) {
      return constant.prefix();
    }
    return variable == null ? "" : variable.prefix();
  }

  /// How every text that matches ends, as far as the pattern says.
  public String suffix() {
    if (constant != null) {
      return constant.suffix();
    }
    return variable == null ? "" : variable.suffix();
  }

  /// What the variables stand for in a request, by their keys and in order; empty for those without
  /// a value.
  public Map<String, Optional<String>> values(ContextValues context) {
    return variable == null ? Map.of() : variable.values(context);
  }

  /// The keys of the variables, in order.
  public List<String> variables() {
    return variable == null ? List.of() : variable.keys();
  }
}
