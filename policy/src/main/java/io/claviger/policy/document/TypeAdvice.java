package io.claviger.policy.document;

import io.claviger.policy.document.ConditionOperator.Comparison;
import io.claviger.policy.value.Bytes;
import io.claviger.policy.value.IpRange;
import io.claviger.policy.value.Numbers;
import io.claviger.policy.value.Timestamps;

/// Warns of values in conditions that are not of their operator's type: they cannot be evaluated,
/// so an `Allow` with one allows nothing.
///
/// AWS rule: IAM User Guide, "IAM policy validation check reference", type mismatches. They are
/// warnings there, but for IP ranges; no report says that IAM refuses any.
record TypeAdvice(Findings findings) {

  void check(ConditionOperator operator, JsonValue.Text value) {
    String text = value.text();
    switch (operator.comparison()) {
      case STRING_EQUALS,
          STRING_NOT_EQUALS,
          STRING_EQUALS_IGNORE_CASE,
          STRING_NOT_EQUALS_IGNORE_CASE,
          STRING_LIKE,
          STRING_NOT_LIKE,
          ARN_EQUALS,
          ARN_LIKE,
          ARN_NOT_EQUALS,
          ARN_NOT_LIKE -> {}
      case NUMERIC_EQUALS,
          NUMERIC_NOT_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          check(Numbers.parse(text) != null, "NUMBER", "a number", value);
      case DATE_EQUALS,
          DATE_NOT_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          check(Timestamps.parse(text) != null, "DATE", "a date, or a time with its zone", value);
      case BOOL, NULL -> check(isBoolean(operator, text), "BOOLEAN", "true or false", value);
      case BINARY_EQUALS -> check(Bytes.parse(text) != null, "STRING", "base64", value);
      case IP_ADDRESS, NOT_IP_ADDRESS ->
          check(IpRange.parse(text) != null, "IP_RANGE", "an address or a range", value);
    }
  }

  /// What a variable will be filled with is not known yet.
  private static boolean isBoolean(ConditionOperator operator, String text) {
    String small = AsciiCase.lower(text);
    boolean isVariable = operator.comparison() == Comparison.BOOL && text.startsWith("${");
    return small.equals("true") || small.equals("false") || isVariable;
  }

  private void check(boolean isOfType, String type, String wanted, JsonValue.Text value) {
    if (!isOfType) {
      findings.warning(
          "TYPE_MISMATCH_" + type, value.span(), "This operator compares with " + wanted + ".");
    }
  }
}
