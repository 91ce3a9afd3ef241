package io.claviger.policy.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /// The characters that every ARN starts with that matches, if the pattern says no more than that
  /// and whether there may be others behind; else null. Most patterns are of this kind, and so are
  /// told by one comparison.
  private final @Nullable String start;

  private final boolean isOpenEnded;

  /// How every ARN ends that matches, as far as the pattern says.
  private final String resourceEnd;

  /// The least leniency under which the pattern counts.
  private final ShortArns needs;

  private ArnPattern(List<TextPattern> fields, ShortArns needs) {
    this(head(fields), fields.subList(0, ArnText.FIELDS - 1), fields.getLast(), needs);
  }

  /// @param head the first five fields, if all are literal; else null, and they are in `fields`
  private ArnPattern(
      @Nullable String head, List<TextPattern> fields, TextPattern resource, ShortArns needs) {
    // Few heads are shared by many patterns: one copy of each stays in the processor's cache.
    this.head = head == null ? null : head.intern();
    this.headFields = head == null ? List.copyOf(fields) : List.of();
    this.resource = resource;
    String resourceStart = resource.onlyStart();
    this.start =
        head == null || resourceStart == null || !ArnText.isArn(head) ? null : head + resourceStart;
    this.isOpenEnded = resource.literal() == null;
    this.resourceEnd = resource.suffix();
    this.needs = needs;
  }

  private static @Nullable String head(List<TextPattern> fields) {
    List<TextPattern> first = fields.subList(0, ArnText.FIELDS - 1);
    boolean isLiteral = first.stream().allMatch(field -> field.literal() != null);
    return isLiteral ? joined(first) : null;
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
            text.substring(0, head),
            List.of(),
            TextPattern.of(text.substring(head), hasVariables, true),
            ShortArns.NONE)
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
  public Match match(String text, ContextValues context, ShortArns shortArns, Subjects subjects) {
    if (needs.compareTo(shortArns) > 0) {
      return Match.NO;
    }
    if (start != null) {
      boolean isMet = isOpenEnded ? text.startsWith(start) : text.equals(start);
      return isMet ? Match.YES : Match.NO;
    }
    if (!ArnText.isArn(text)) {
      return Match.NO;
    }
    if (head == null) {
      // Told by the end, most ARNs need not be taken apart.
      return text.endsWith(resourceEnd) ? matchFields(text, context, subjects) : Match.NO;
    }
    // A head ends with the fifth colon, so nothing but the resource part is left behind it.
    return text.startsWith(head)
        ? resource.match(text, head.length(), text.length(), context, subjects)
        : Match.NO;
  }

  private Match matchFields(String text, ContextValues context, Subjects subjects) {
    Match result = Match.YES;
    int start = 0;
    for (int field = 0; field < headFields.size(); field++) {
      int end = text.indexOf(':', start);
      Match match =
          end < 0 ? Match.NO : headFields.get(field).match(text, start, end, context, subjects);
      if (match == Match.NO) {
        return Match.NO;
      }
      result = match == Match.YES ? result : match;
      start = end + 1;
    }
    Match match = resource.match(text, start, text.length(), context, subjects);
    return match == Match.YES ? result : match;
  }

  /// How every ARN that matches starts, if the pattern counts in every layer and says no more than
  /// that and whether there may be more behind; else null.
  public @Nullable String onlyStart() {
    return needs == ShortArns.NONE ? start : null;
  }

  /// The one ARN that the pattern means; null if there may be several, or if it depends on the
  /// request.
  public @Nullable String literal() {
    return isOpenEnded ? null : start;
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
    return resourceEnd;
  }

  /// The mark of a run of characters that every ARN has that matches, see [Runs].
  public int mark() {
    return resource.mark();
  }

  /// What the variables in the resource part stand for, as [TextPattern#values] says it.
  Map<String, Optional<String>> values(ContextValues context) {
    return resource.values(context);
  }

  /// The keys of the variables in the resource part, in order. A `Resource` element has them
  /// nowhere else.
  public List<String> variables() {
    return resource.variables();
  }
}
