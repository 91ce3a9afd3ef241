package io.claviger.policy.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A pattern for ARNs: six fields, each matched for itself, so that no wildcard crosses the first
/// five colons.
///
/// AWS rule: IAM User Guide, "IAM JSON policy elements: Resource" and "Condition operators", ARN.
public final class ArnPattern {

  private final List<TextPattern> fields;

  /// The least leniency under which the pattern counts.
  private final ShortArns needs;

  private ArnPattern(List<TextPattern> fields, ShortArns needs) {
    this.fields = fields;
    this.needs = needs;
  }

  /// A pattern of a `Resource` element, where variables stand only behind the fifth colon.
  public static ArnPattern ofResource(String text, boolean hasVariables) {
    List<TextPattern> fields = new ArrayList<>();
    int start = 0;
    for (int colon = text.indexOf(':'); colon >= 0 && fields.size() < RequestArn.FIELDS - 1; ) {
      fields.add(TextPattern.of(text.substring(start, colon), false, true));
      start = colon + 1;
      colon = text.indexOf(':', start);
    }
    boolean isWhole = fields.size() == RequestArn.FIELDS - 1;
    fields.add(TextPattern.of(text.substring(start), hasVariables && isWhole, true));
    return padded(fields, isWhole ? ShortArns.NONE : leniency(text));
  }

  /// A value of a condition, where variables stand anywhere; their values are no part of the
  /// splitting.
  public static ArnPattern ofCondition(String text, boolean hasVariables) {
    List<TextPattern> fields = new ArrayList<>();
    List<Piece> field = new ArrayList<>();
    for (Piece piece : Piece.read(text, hasVariables, true)) {
      boolean isColon = piece instanceof Piece.Literal literal && literal.character() == ':';
      if (isColon && fields.size() < RequestArn.FIELDS - 1) {
        fields.add(TextPattern.of(field));
        field.clear();
      } else {
        field.add(piece);
      }
    }
    fields.add(TextPattern.of(field));
    boolean isWhole = fields.size() == RequestArn.FIELDS;
    return padded(fields, isWhole ? ShortArns.NONE : leniency(text));
  }

  private static ArnPattern padded(List<TextPattern> fields, ShortArns needs) {
    TextPattern any = TextPattern.of(List.of(Piece.RUN));
    fields.addAll(Collections.nCopies(RequestArn.FIELDS - fields.size(), any));
    return new ArnPattern(List.copyOf(fields), needs);
  }

  private static ShortArns leniency(String text) {
    if (text.endsWith("*")) {
      return ShortArns.WITH_WILDCARD_AT_END;
    }
    boolean hasWildcard = text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    return hasWildcard ? ShortArns.WITH_WILDCARD : ShortArns.ALL;
  }

  /// Whether the ARN is meant.
  ///
  /// @return [Match#NO] for what is no ARN; [Match#UNRESOLVED] if all that can be compared agrees,
  ///   but a variable has no value
  public Match match(RequestArn arn, ContextValues context, ShortArns shortArns) {
    if (!arn.isArn() || needs.compareTo(shortArns) > 0) {
      return Match.NO;
    }
    Match result = Match.YES;
    // The last fields tell more ARNs apart than the first.
    for (int field = RequestArn.FIELDS - 1; field >= 0; field--) {
      Glob pattern = fields.get(field).in(context);
      if (pattern == null) {
        result = Match.UNRESOLVED;
      } else if (!arn.fieldMatches(field, pattern)) {
        return Match.NO;
      }
    }
    return result;
  }

  /// The keys of the variables, in order.
  public List<String> variables() {
    return fields.stream().flatMap(field -> field.variables().stream()).toList();
  }

  /// How an ARN compares to a pattern.
  public enum Match {
    YES,
    NO,
    UNRESOLVED
  }
}
