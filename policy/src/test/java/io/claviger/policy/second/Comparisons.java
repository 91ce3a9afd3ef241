package io.claviger.policy.second;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the condition operators compare, value against value, leaving negation aside (§17).
final class Comparisons {

  /// All of them, less `IfExists` and set prefixes.
  static final Set<String> ALL =
      Set.of(
          "StringEquals",
          "StringNotEquals",
          "StringEqualsIgnoreCase",
          "StringNotEqualsIgnoreCase",
          "StringLike",
          "StringNotLike",
          "NumericEquals",
          "NumericNotEquals",
          "NumericLessThan",
          "NumericLessThanEquals",
          "NumericGreaterThan",
          "NumericGreaterThanEquals",
          "DateEquals",
          "DateNotEquals",
          "DateLessThan",
          "DateLessThanEquals",
          "DateGreaterThan",
          "DateGreaterThanEquals",
          "Bool",
          "BinaryEquals",
          "IpAddress",
          "NotIpAddress",
          "ArnEquals",
          "ArnLike",
          "ArnNotEquals",
          "ArnNotLike",
          "Null");

  private static final Set<String> BOOLEANS = Set.of("true", "false");

  private Comparisons() {}

  /// §14.2; `Bool` as chosen for §19.
  static boolean takesVariables(String operator) {
    return operator.startsWith("String") || operator.startsWith("Arn") || operator.equals("Bool");
  }

  /// Whether the request's value meets the policy's.
  static Kleene compare(String operator, Template wanted, String value) {
    return switch (operator.replace("Not", "")) {
      case "StringEquals" -> Kleene.of(wanted.text().equals(value));
      case "StringEqualsIgnoreCase" ->
          Kleene.of(Facts.small(wanted.text()).equals(Facts.small(value)));
      case "StringLike" -> Kleene.of(wanted.matches(value));
      case "ArnEquals", "ArnLike" -> Kleene.of(isArn(wanted, value));
      case "Bool" -> isBoolean(Facts.small(wanted.text()), Facts.small(value));
      case "BinaryEquals" -> BinaryText.isSame(wanted.text(), value);
      case "IpAddress" -> IpText.isWithin(wanted.text(), value);
      case String name when name.startsWith("Numeric") ->
          isInOrder(
              name.substring("Numeric".length()),
              NumberText.read(value),
              NumberText.read(wanted.text()));
      case String name ->
          isInOrder(
              name.substring("Date".length()), DateText.read(value), DateText.read(wanted.text()));
    };
  }

  /// §17.2, §17.3.
  private static <T extends Comparable<T>> Kleene isInOrder(
      String order, @Nullable T value, @Nullable T wanted) {
    if (value == null || wanted == null) {
      return Kleene.UNSURE;
    }
    int sign = value.compareTo(wanted);
    return Kleene.of(
        switch (order) {
          case "Equals" -> sign == 0;
          case "LessThan" -> sign < 0;
          case "LessThanEquals" -> sign <= 0;
          case "GreaterThan" -> sign > 0;
          default -> sign >= 0;
        });
  }

  /// §17.7.
  private static boolean isArn(Template wanted, String value) {
    List<Template> patterns = wanted.fields();
    List<String> arn = Fields.split(value);
    return patterns.size() == Fields.COUNT && Fields.isArn(arn) && Fields.match(patterns, arn);
  }

  /// §17.4: a request's value that is no boolean equals neither.
  private static Kleene isBoolean(String wanted, String value) {
    if (!BOOLEANS.contains(wanted)) {
      return Kleene.UNSURE;
    }
    return Kleene.of(wanted.equals(value));
  }
}
