package io.claviger.policy.document;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An operator of the condition block, taken apart: `ForAllValues:StringLikeIfExists`.
///
/// AWS rule: IAM User Guide, "IAM JSON policy elements: Condition operators".
public record ConditionOperator(Quantifier quantifier, Comparison comparison, boolean isIfExists) {

  private static final String IF_EXISTS = "IfExists";

  private static final Map<String, Comparison> BY_NAME =
      Stream.of(Comparison.values())
          .collect(Collectors.toUnmodifiableMap(Comparison::text, Function.identity()));

  /// How many of a multivalued key's values must compare.
  public enum Quantifier {
    NONE(""),
    ALL("ForAllValues:"),
    ANY("ForAnyValue:");

    private final String prefix;

    Quantifier(String prefix) {
      this.prefix = prefix;
    }
  }

  /// What is compared, and how.
  public enum Comparison {
    STRING_EQUALS("StringEquals"),
    STRING_NOT_EQUALS("StringNotEquals"),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase"),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase"),
    STRING_LIKE("StringLike"),
    STRING_NOT_LIKE("StringNotLike"),
    NUMERIC_EQUALS("NumericEquals"),
    NUMERIC_NOT_EQUALS("NumericNotEquals"),
    NUMERIC_LESS_THAN("NumericLessThan"),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals"),
    NUMERIC_GREATER_THAN("NumericGreaterThan"),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals"),
    DATE_EQUALS("DateEquals"),
    DATE_NOT_EQUALS("DateNotEquals"),
    DATE_LESS_THAN("DateLessThan"),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals"),
    DATE_GREATER_THAN("DateGreaterThan"),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals"),
    BOOL("Bool"),
    BINARY_EQUALS("BinaryEquals"),
    IP_ADDRESS("IpAddress"),
    NOT_IP_ADDRESS("NotIpAddress"),
    ARN_EQUALS("ArnEquals"),
    ARN_LIKE("ArnLike"),
    ARN_NOT_EQUALS("ArnNotEquals"),
    ARN_NOT_LIKE("ArnNotLike"),
    NULL("Null");

    private final String text;
    private final boolean isNegated;

    Comparison(String text) {
      this.text = text;
      this.isNegated = text.contains("Not");
    }

    public String text() {
      return text;
    }

    /// Whether policy variables count in the values. For `Bool` one page says yes and another no.
    public boolean takesVariables() {
      return text.startsWith("String") || text.startsWith("Arn") || this == BOOL;
    }

    /// Whether the comparison holds when none of the policy's values is met.
    public boolean isNegated() {
      return isNegated;
    }
  }

  /// The operator that `text` spells, exactly; empty when there is none of that name.
  public static Optional<ConditionOperator> find(String text) {
    for (Quantifier quantifier : new Quantifier[] {Quantifier.ALL, Quantifier.ANY}) {
      if (text.startsWith(quantifier.prefix)) {
        return find(quantifier, text.substring(quantifier.prefix.length()));
      }
    }
    return find(Quantifier.NONE, text);
  }

  private static Optional<ConditionOperator> find(Quantifier quantifier, String name) {
    boolean isIfExists = name.endsWith(IF_EXISTS);
    String bare = isIfExists ? name.substring(0, name.length() - IF_EXISTS.length()) : name;
    Comparison comparison = BY_NAME.get(bare);
    if (comparison == null || (isIfExists && comparison == Comparison.NULL)) {
      return Optional.empty();
    }
    return Optional.of(new ConditionOperator(quantifier, comparison, isIfExists));
  }
}
