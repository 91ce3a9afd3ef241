package io.claviger.policy.condition;

import io.claviger.policy.document.AsciiCase;
import io.claviger.policy.document.ConditionOperator;
import io.claviger.policy.document.ConditionOperator.Comparison;
import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.match.ContextValues;
import io.claviger.policy.match.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One key under one operator, ready to be evaluated. Immutable.
///
/// AWS rule: IAM User Guide, "Conditions with multiple context keys or values" and "Condition
/// operators", absent keys and `IfExists`; Access Analyzer policy check reference, empty arrays.
public final class CompiledCondition {

  private final Condition source;

  /// Null for an operator that does not exist, which the parser refuses.
  private final @Nullable ConditionOperator operator;

  private final String key;
  private final List<ValueTest> tests;

  private CompiledCondition(
      Condition source, @Nullable ConditionOperator operator, List<ValueTest> tests) {
    this.source = source;
    this.operator = operator;
    this.key = AsciiCase.lower(source.key());
    this.tests = tests;
  }

  /// The condition made ready.
  ///
  /// @param hasVariables whether the policy is of the version that has policy variables
  public static CompiledCondition of(Condition condition, boolean hasVariables) {
    ConditionOperator operator = ConditionOperator.find(condition.operator()).orElse(null);
    if (operator == null || operator.comparison() == Comparison.NULL) {
      return new CompiledCondition(condition, operator, List.of());
    }
    List<ValueTest> tests =
        condition.values().stream()
            .map(value -> ValueTests.of(operator.comparison(), value, hasVariables))
            .toList();
    return new CompiledCondition(condition, operator, tests);
  }

  /// The condition as written.
  public Condition source() {
    return source;
  }

  /// Whether the request meets the condition.
  public Truth holds(ContextValues context) {
    if (operator == null) {
      return Truth.UNKNOWN;
    }
    ContextValues.Entry entry = context.get(key);
    if (operator.comparison() == Comparison.NULL) {
      return NullTest.holds(operator.quantifier(), source.values(), entry);
    }
    if (tests.isEmpty()) {
      return Truth.of(entry == null && isTrueOfAbsentWithoutValues(operator));
    }
    return switch (operator.quantifier()) {
      case NONE -> one(operator, entry, context);
      case ALL -> all(operator, valuesOf(entry), context);
      case ANY -> any(operator, valuesOf(entry), context);
    };
  }

  /// With an empty list of values there is nothing to be met or missed.
  private static boolean isTrueOfAbsentWithoutValues(ConditionOperator operator) {
    return switch (operator.quantifier()) {
      case NONE -> operator.isIfExists();
      case ALL -> true;
      case ANY -> false;
    };
  }

  private Truth one(
      ConditionOperator operator, ContextValues.@Nullable Entry entry, ContextValues context) {
    if (entry == null) {
      return Truth.of(operator.isIfExists() || operator.comparison().isNegated());
    }
    // A key of several values wants a set operator; without one nothing is said of it.
    return entry.isMultivalued() ? Truth.FALSE : compare(operator, entry.single(), context);
  }

  /// For the set operators an absent key and an empty string are empty sets.
  private static List<String> valuesOf(ContextValues.@Nullable Entry entry) {
    boolean isEmpty = entry == null || (!entry.isMultivalued() && entry.single().isEmpty());
    return entry == null || isEmpty ? List.of() : entry.all();
  }

  private Truth all(ConditionOperator operator, List<String> values, ContextValues context) {
    Truth all = Truth.TRUE;
    for (int i = 0; i < values.size(); i++) {
      all = all.and(compare(operator, values.get(i), context));
    }
    return all;
  }

  private Truth any(ConditionOperator operator, List<String> values, ContextValues context) {
    Truth any = Truth.FALSE;
    for (int i = 0; i < values.size(); i++) {
      any = any.or(compare(operator, values.get(i), context));
    }
    return any;
  }

  /// Whether the request's value meets any of the policy's values or, negated, none.
  private Truth compare(ConditionOperator operator, String value, ContextValues context) {
    Truth met = Truth.FALSE;
    for (int i = 0; i < tests.size() && met != Truth.TRUE; i++) {
      met = met.or(tests.get(i).matches(value, context));
    }
    return operator.comparison().isNegated() ? met.not() : met;
  }
}
