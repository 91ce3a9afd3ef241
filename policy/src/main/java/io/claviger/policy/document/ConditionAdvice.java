package io.claviger.policy.document;

import io.claviger.policy.document.ConditionOperator.Comparison;
import io.claviger.policy.document.ConditionOperator.Quantifier;
import io.claviger.policy.document.Statement.Effect;
import java.util.List;
import java.util.Set;

/// Warns of conditions that are read without complaint and do not do what they seem to.
///
/// AWS rule: IAM User Guide, "IAM policy validation check reference"; "Single-valued vs.
/// multivalued context keys"; "AWS global condition context keys".
///
/// @param variables warns of what looks like a policy variable
/// @param types warns of values of the wrong type
record ConditionAdvice(VariableSyntax variables, TypeAdvice types, Findings findings) {

  /// The multivalued ones of the global keys, in lower case.
  private static final Set<String> MULTIVALUED =
      Set.of(
          "aws:calledvia",
          "aws:tagkeys",
          "aws:principalorgpaths",
          "aws:resourceorgpaths",
          "aws:sourceorgpaths",
          "aws:vpceorgpaths",
          "aws:principalservicenameslist");

  void check(
      ConditionOperator operator,
      JsonValue.Member key,
      List<JsonValue.Text> values,
      Effect effect) {
    checkQuantifier(operator, key, effect);
    if (values.isEmpty()) {
      String id = "EMPTY_ARRAY_CONDITION" + suffix(operator);
      findings.warning(id, key.value().span(), "An empty list of values is met by nothing.");
    }
    boolean isTruth =
        operator.comparison() == Comparison.BOOL || operator.comparison() == Comparison.NULL;
    if (isTruth && values.size() > 1) {
      findings.warning(
          "INVALID_CONDITION_MULTIPLE_BOOLEAN",
          key.value().span(),
          "Of several truth values one is always met.");
    }
    for (JsonValue.Text value : values) {
      variables.checkValue(operator, value);
      types.check(operator, value);
      checkWildcard(operator, value);
    }
  }

  void emptyBlock(Span span) {
    findings.warning("EMPTY_OBJECT_CONDITION", span, "This Condition asks for nothing.");
  }

  private void checkQuantifier(ConditionOperator operator, JsonValue.Member key, Effect effect) {
    String name = AsciiCase.lower(key.name());
    boolean isNull = operator.comparison() == Comparison.NULL;
    boolean isMultivalued = MULTIVALUED.contains(name);
    boolean isGlobal = name.startsWith("aws:");
    switch (operator.quantifier()) {
      case NONE -> {
        if (isMultivalued && !isNull) {
          findings.warning(
              "MISSING_QUALIFIER",
              key.nameSpan(),
              "This key has several values: use ForAllValues or ForAnyValue, or nothing matches.");
        }
      }
      case ALL, ANY -> {
        if (isNull) {
          String always = operator.quantifier() == Quantifier.ALL ? "true" : "false";
          findings.warning(
              "NULL_WITH_QUALIFIER",
              key.nameSpan(),
              "Null with a set operator is always " + always + ".");
        } else if (operator.quantifier() == Quantifier.ALL
            && effect == Effect.ALLOW
            && isGlobal
            && !isMultivalued) {
          findings.warning(
              "FORALLVALUES_WITH_SINGLE_VALUED_KEY",
              key.nameSpan(),
              "ForAllValues is met by requests without this key, which has one value.");
        }
      }
    }
  }

  private static String suffix(ConditionOperator operator) {
    if (operator.isIfExists()) {
      return "_IFEXISTS";
    }
    return switch (operator.quantifier()) {
      case NONE -> "";
      case ALL -> "_FORALLVALUES";
      case ANY -> "_FORANYVALUE";
    };
  }

  private void checkWildcard(ConditionOperator operator, JsonValue.Text value) {
    String name = operator.comparison().text();
    boolean isExact = name.startsWith("String") && !name.endsWith("Like");
    String text = value.text().replace("${*}", "").replace("${?}", "");
    if (isExact && (text.indexOf('*') >= 0 || text.indexOf('?') >= 0)) {
      findings.warning(
          "WILDCARD_WITHOUT_LIKE_OPERATOR",
          value.span(),
          "With this operator * and ? are ordinary characters; StringLike has wildcards.");
    }
  }
}
