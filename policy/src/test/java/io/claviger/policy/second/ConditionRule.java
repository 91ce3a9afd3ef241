package io.claviger.policy.second;

import io.claviger.policy.decide.RequestContext.Value;
import io.claviger.policy.document.Statement.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One key under one condition operator (§15, §16).
final class ConditionRule {

  private static final String ALL = "ForAllValues:";
  private static final String ANY = "ForAnyValue:";
  private static final String IF_EXISTS = "IfExists";
  private static final String NULL = "Null";

  private final Condition condition;
  private final String operator;
  private final boolean isAll;
  private final boolean isAny;
  private final boolean isIfExists;
  private final boolean hasVariables;
  private final Facts facts;

  ConditionRule(Condition condition, boolean hasVariables, Facts facts) {
    String text = condition.operator();
    this.condition = condition;
    this.hasVariables = hasVariables;
    this.facts = facts;
    this.isAll = text.startsWith(ALL);
    this.isAny = text.startsWith(ANY);
    String name = text.substring(isAll ? ALL.length() : isAny ? ANY.length() : 0);
    this.isIfExists = name.endsWith(IF_EXISTS);
    this.operator = isIfExists ? name.substring(0, name.length() - IF_EXISTS.length()) : name;
  }

  Kleene holds() {
    if (!Comparisons.ALL.contains(operator) || (isIfExists && operator.equals(NULL))) {
      return Kleene.UNSURE; // §15.9
    }
    Value value = facts.value(condition.key());
    if (operator.equals(NULL)) {
      return holdsNull(value);
    }
    if (isAll || isAny) {
      boolean isEmptyList = value != null && condition.values().isEmpty();
      return isEmptyList
          ? Kleene.NO
          : holdsForSet(value == null ? List.of() : asSet(value)); // §15.8
    }
    return switch (value) {
      case null -> holdsWithoutKey();
      case Value.Single(String single) when !condition.values().isEmpty() -> holds(single);
      case Value.Single _ -> Kleene.NO; // §15.8
      case Value.Multi _ -> Kleene.NO; // §16.7
    };
  }

  /// §15.4, §15.5, §15.8.
  private Kleene holdsWithoutKey() {
    boolean isNegatedWithValues = isNegated() && !condition.values().isEmpty();
    return Kleene.of(isIfExists || isNegatedWithValues);
  }

  /// §16.2 to §16.5.
  private Kleene holdsForSet(List<String> values) {
    Kleene result = Kleene.of(isAll);
    for (String value : values) {
      result = isAll ? result.and(holds(value)) : result.or(holds(value));
    }
    return result;
  }

  /// The single-valued empty string is an empty set (§16.2).
  private static List<String> asSet(Value value) {
    return value instanceof Value.Single(String single) && single.isEmpty()
        ? List.of()
        : value.all();
  }

  /// Whether a value of the request is one of the policy's or, negated, none (§15.1, §16.4).
  private Kleene holds(String value) {
    Kleene isOne = Kleene.NO;
    for (String wanted : condition.values()) {
      isOne = isOne.or(compare(wanted, value));
    }
    return isNegated() ? isOne.not() : isOne;
  }

  private boolean isNegated() {
    return operator.contains("Not");
  }

  private Kleene compare(String wanted, String value) {
    if (!Comparisons.takesVariables(operator)) {
      return Comparisons.compare(operator, Template.plain(wanted), value);
    }
    Template filled = hasVariables ? Variables.fill(wanted, facts) : Template.plain(wanted);
    // §14.6: without a value it is never met, so that negated operators hold.
    return filled == null ? Kleene.NO : Comparisons.compare(operator, filled, value);
  }

  /// §15.6, §16.6.
  private Kleene holdsNull(@Nullable Value value) {
    if (isAll || isAny) {
      return Kleene.of(isAll);
    }
    boolean isAbsent = value == null || value.all().isEmpty();
    Kleene result = Kleene.NO;
    for (String wanted : condition.values()) {
      String small = Facts.small(wanted);
      Kleene isBoolean = small.equals("true") || small.equals("false") ? Kleene.YES : Kleene.UNSURE;
      Kleene one = Kleene.of(small.equals(Boolean.toString(isAbsent)));
      result = result.or(isBoolean == Kleene.YES ? one : Kleene.UNSURE);
    }
    return result;
  }
}
