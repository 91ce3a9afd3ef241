package io.claviger.policy.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A pattern for ARNs: six fields, each matched for itself, so that no wildcard crosses the first
/// five colons.
///
/// AWS rule: IAM User Guide, "IAM JSON policy elements: Resource" and "Condition operators", ARN.
public final class ArnPattern {

  /// The first five fields with their colons, if all of them are literal.
  private final @Nullable String head;

  /// The first five fields if `head` does not say them; else none.
  private final List<TextPattern> headFields;

  private final TextPattern resource;

  /// The same if it does not depend on the request, kept near; else null.
  private final @Nullable Glob constantResource;

  /// The least leniency under which the pattern counts.
  private final ShortArns needs;

  private ArnPattern(List<TextPattern> fields, ShortArns needs) {
    List<TextPattern> first = fields.subList(0, ArnText.FIELDS - 1);
    boolean isLiteral = first.stream().allMatch(field -> field.literal() != null);
    // Few heads are shared by many patterns: one copy of each stays in the processor's cache.
    this.head = isLiteral ? joined(first).intern() : null;
    this.headFields = isLiteral ? List.of() : List.copyOf(first);
    this.resource = fields.getLast();
    this.constantResource = resource.constant();
    this.needs = needs;
  }

  /// @param head the first five fields, all literal
  private ArnPattern(String head, TextPattern resource) {
    this.head = head.intern();
    this.headFields = List.of();
    this.resource = resource;
    this.constantResource = resource.constant();
    this.needs = ShortArns.NONE;
  }

  private static String joined(List<TextPattern> literals) {
    StringBuilder text = new StringBuilder();
    literals.forEach(field -> text.append(field.literal()).append(':'));
    return text.toString();
  }

  /// A pattern of a `Resource` element, where variables stand only behind the fifth colon.
  public static ArnPattern ofResource(String text, boolean hasVariables) {
    int head = literalHead(text);
    return head > 0
        ? new ArnPattern(
            text.substring(0, head), TextPattern.of(text.substring(head), hasVariables, true))
        : ofFields(text, hasVariables);
  }

  /// How many characters the first five fields have with their colons, if there is no wildcard in
  /// them; else 0.
  private static int literalHead(String text) {
    int colons = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '*' || c == '?') {
        return 0;
      }
      if (c == ':' && ++colons == ArnText.FIELDS - 1) {
        return i + 1;
      }
    }
    return 0;
  }

  private static ArnPattern ofFields(String text, boolean hasVariables) {
    List<TextPattern> fields = new ArrayList<>();
    int start = 0;
    for (int colon = text.indexOf(':'); colon >= 0 && fields.size() < ArnText.FIELDS - 1; ) {
      fields.add(TextPattern.of(text.substring(start, colon), false, true));
      start = colon + 1;
      colon = text.indexOf(':', start);
    }
    boolean isWhole = fields.size() == ArnText.FIELDS - 1;
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
      if (isColon && fields.size() < ArnText.FIELDS - 1) {
        fields.add(TextPattern.of(field));
        field.clear();
      } else {
        field.add(piece);
      }
    }
    fields.add(TextPattern.of(field));
    boolean isWhole = fields.size() == ArnText.FIELDS;
    return padded(fields, isWhole ? ShortArns.NONE : leniency(text));
  }

  private static ArnPattern padded(List<TextPattern> fields, ShortArns needs) {
    TextPattern any = TextPattern.of(List.of(Piece.RUN));
    fields.addAll(Collections.nCopies(ArnText.FIELDS - fields.size(), any));
    return new ArnPattern(fields, needs);
  }

  private static ShortArns leniency(String text) {
    if (text.endsWith("*") || text.endsWith("?")) {
      return ShortArns.WITH_WILDCARD_AT_END;
    }
    boolean hasWildcard = text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    return hasWildcard ? ShortArns.WITH_WILDCARD : ShortArns.ALL;
  }

  /// Whether the text is an ARN that is meant.
  ///
  /// @return [Match#NO] for what is no ARN; [Match#UNRESOLVED] if all that can be compared agrees,
  ///   but a variable has no value
  public Match match(String text, ContextValues context, ShortArns shortArns) {
    if (!ArnText.isArn(text) || needs.compareTo(shortArns) > 0) {
      return Match.NO;
    }
    if (head == null) {
      return matchFields(text, context);
    }
    // A head ends with the fifth colon, so nothing but the resource part is left behind it.
    if (!text.startsWith(head)) {
      return Match.NO;
    }
    if (constantResource == null) {
      return resource.match(text, head.length(), text.length(), context);
    }
    return constantResource.matches(text, head.length(), text.length()) ? Match.YES : Match.NO;
  }

  private Match matchFields(String text, ContextValues context) {
    Match result = Match.YES;
    int start = 0;
    for (int field = 0; field < headFields.size(); field++) {
      int end = text.indexOf(':', start);
      Match match = end < 0 ? Match.NO : headFields.get(field).match(text, start, end, context);
      if (match == Match.NO) {
        return Match.NO;
      }
      result = match == Match.YES ? result : match;
      start = end + 1;
    }
    Match match = resource.match(text, start, text.length(), context);
    return match == Match.YES ? result : match;
  }

  /// The one ARN that the pattern means; null if there may be several, or if it depends on the
  /// request.
  public @Nullable String literal() {
    return head == null || resource.literal() == null ? null : head + resource.literal();
  }

  /// The service whose ARNs alone can match, or null if there is no such one.
  public @Nullable String service() {
    return head == null ? headFields.get(ArnText.SERVICE).literal() : serviceOf(head);
  }

  private static String serviceOf(String head) {
    int start = head.indexOf(':', head.indexOf(':') + 1) + 1;
    return head.substring(start, head.indexOf(':', start));
  }

  /// How the resource part of every ARN that matches starts, as far as the pattern says.
  public String resourcePrefix() {
    return resource.prefix();
  }

  /// How the resource part of every ARN that matches ends, as far as the pattern says.
  public String resourceSuffix() {
    return resource.suffix();
  }

  /// The mark of a run of characters that every ARN has that matches, see [Runs].
  public int mark() {
    return resource.mark();
  }

  /// The keys of the variables, in order.
  public List<String> variables() {
    List<String> keys = new ArrayList<>();
    headFields.forEach(field -> keys.addAll(field.variables()));
    keys.addAll(resource.variables());
    return keys;
  }
}
