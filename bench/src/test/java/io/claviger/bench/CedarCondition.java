package io.claviger.bench;

import io.claviger.policy.document.AsciiCase;
import io.claviger.policy.document.ConditionOperator;
import io.claviger.policy.document.ConditionOperator.Comparison;
import io.claviger.policy.document.Statement.Condition;
import java.util.List;
import java.util.stream.Collectors;

/// An IAM condition as a Cedar expression with the same meaning, absent keys included.
///
/// Cedar compares case-sensitively, so the context carries a second value in lower case for keys
/// that are compared without regard to case ([#lowerKey]).
record CedarCondition(ConditionOperator operator, String key, List<String> values) {

  static CedarCondition of(Condition condition) {
    return new CedarCondition(
        ConditionOperator.find(condition.operator()).orElseThrow(),
        AsciiCase.lower(condition.key()),
        condition.values());
  }

  /// Where a context has the key's value in lower case.
  static String lowerKey(String key) {
    return key + "#lower";
  }

  String text() {
    if (operator.comparison() == Comparison.NULL) {
      return values.equals(List.of("true")) ? "!(" + has(key) + ")" : "(" + has(key) + ")";
    }
    return switch (operator.quantifier()) {
      case ALL -> "(!(%s) || %s.containsAll(%s))".formatted(has(key), set(), value(key));
      case ANY -> "(%s && %s.containsAny(%s))".formatted(has(key), value(key), set());
      case NONE -> single();
    };
  }

  private String single() {
    String isMet = values.stream().map(this::test).collect(Collectors.joining(" || ", "(", ")"));
    if (operator.comparison().isNegated()) {
      return "!(%s && %s)".formatted(has(key), isMet);
    }
    return operator.isIfExists()
        ? "(!(%s) || %s)".formatted(has(key), isMet)
        : "(%s && %s)".formatted(has(key), isMet);
  }

  /// Whether the context's value, which is there, compares to one of the policy's; for a negated
  /// operator whether it does not.
  private String test(String wanted) {
    return switch (operator.comparison()) {
      case STRING_EQUALS, STRING_NOT_EQUALS -> equal(wanted);
      case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE ->
          value(lowerKey(key)) + " == " + Json.text(AsciiCase.lower(wanted));
      case STRING_LIKE, STRING_NOT_LIKE, ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE ->
          value(key) + " like " + Json.text(wanted);
      case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS -> value(key) + " == " + wanted;
      case NUMERIC_LESS_THAN -> value(key) + " < " + wanted;
      case NUMERIC_LESS_THAN_EQUALS -> value(key) + " <= " + wanted;
      case NUMERIC_GREATER_THAN -> value(key) + " > " + wanted;
      case NUMERIC_GREATER_THAN_EQUALS -> value(key) + " >= " + wanted;
      case DATE_EQUALS, DATE_NOT_EQUALS -> date("==", wanted);
      case DATE_LESS_THAN -> date("<", wanted);
      case DATE_LESS_THAN_EQUALS -> date("<=", wanted);
      case DATE_GREATER_THAN -> date(">", wanted);
      case DATE_GREATER_THAN_EQUALS -> date(">=", wanted);
      case BOOL -> value(key) + " == " + wanted;
      case IP_ADDRESS, NOT_IP_ADDRESS ->
          "%s.isInRange(ip(%s))".formatted(value(key), Json.text(wanted));
      case BINARY_EQUALS, NULL -> throw new IllegalStateException("Not translated: " + operator);
    };
  }

  /// A value that is a policy variable as a whole compares to another attribute.
  private String equal(String wanted) {
    if (!wanted.startsWith("${")) {
      return value(key) + " == " + Json.text(wanted);
    }
    String other = AsciiCase.lower(wanted.substring(2, wanted.length() - 1));
    return "(%s && %s == %s)".formatted(has(other), value(key), value(other));
  }

  private String date(String comparison, String wanted) {
    return "%s %s datetime(%s)".formatted(value(key), comparison, Json.text(wanted));
  }

  private String set() {
    return values.stream().map(Json::text).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String has(String key) {
    return "context has " + Json.text(key);
  }

  private static String value(String key) {
    return "context[" + Json.text(key) + ']';
  }
}
