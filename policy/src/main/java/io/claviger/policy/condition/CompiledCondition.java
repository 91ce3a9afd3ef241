package io.claviger.policy.condition;

import io.claviger.policy.document.ConditionOperator;
import io.claviger.policy.document.ConditionOperator.Comparison;
import io.claviger.policy.document.ConditionOperator.Quantifier;
import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.match.ContextValues;
import io.claviger.policy.match.KeyName;
import io.claviger.policy.match.Runs;
import io.claviger.policy.match.Subject;
import io.claviger.policy.match.Subjects;
import io.claviger.policy.match.TextPattern;
import io.claviger.policy.match.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One key under one operator, ready to be evaluated. Immutable.
///
/// AWS rule: IAM User Guide, "Conditions with multiple context keys or values" and "Condition
/// operators", absent keys and `IfExists`; Access Analyzer policy check reference, empty arrays.
public final class CompiledCondition {

  /// So many tests are worth a look at what they need before they are tried.
  private static final int MANY = 8;

  private static final int[] NO_MARKS = {};

  private final Condition source;
  private final boolean hasVariables;

  private final KeyName key;
  private final ValueTest[] tests;

  /// The only test, as most conditions have one, kept near; null if there are more or none.
  private final @Nullable ValueTest only;

  private final CodedCondition coded;

  /// Of each test what the request's value must have; none if there are few tests, or nothing.
  private final int[] marks;

  /// Null for an operator that does not exist, which the parser refuses.
  private final @Nullable Quantifier quantifier;

  private final boolean isNull;
  private final boolean isNegated;

  /// Whether the policy names no value, which no request's value can meet.
  private final boolean hasNoValues;

  private CompiledCondition(
      Condition source,
      boolean hasVariables,
      @Nullable ConditionOperator operator,
      List<ValueTest> tests) {
    this.source = source;
    this.hasVariables = hasVariables;
    this.key = KeyName.of(source.key());
    this.tests = tests.toArray(ValueTest[]::new);
    this.only = tests.size() == 1 ? tests.getFirst() : null;
    this.marks = marks(tests);
    this.quantifier = operator == null ? null : operator.quantifier();
    this.isNull = operator != null && operator.comparison() == Comparison.NULL;
    this.isNegated = operator != null && operator.comparison().isNegated();
    this.hasNoValues = source.values().isEmpty();
    boolean isOneCompared = quantifier == Quantifier.NONE && !tests.isEmpty();
    this.coded =
        new CodedCondition(
            key,
            operator == null ? Truth.UNKNOWN : ofAbsent(source, operator),
            isNegated,
            isOneCompared ? CodeRanges.any(tests) : CodeRanges.UNTOLD);
  }

  private static int[] marks(List<ValueTest> tests) {
    boolean areTelling =
        tests.size() >= MANY && tests.stream().anyMatch(test -> test.mark() != Runs.NONE);
    return areTelling ? tests.stream().mapToInt(ValueTest::mark).toArray() : NO_MARKS;
  }

  private static Truth ofAbsent(Condition source, ConditionOperator operator) {
    if (operator.comparison() == Comparison.NULL) {
      return NullTest.holds(operator.quantifier(), source.values(), null);
    }
    return switch (operator.quantifier()) {
      // With an empty list of values there is nothing that a negated operator could miss.
      case NONE ->
          Truth.of(
              operator.isIfExists()
                  || (operator.comparison().isNegated() && !source.values().isEmpty()));
      case ALL -> Truth.TRUE;
      case ANY -> Truth.FALSE;
    };
  }

  /// The condition made ready.
  ///
  /// @param hasVariables whether the policy is of the version that has policy variables
  public static CompiledCondition of(Condition condition, boolean hasVariables) {
    ConditionOperator operator = ConditionOperator.find(condition.operator()).orElse(null);
    if (operator == null || operator.comparison() == Comparison.NULL) {
      return new CompiledCondition(condition, hasVariables, operator, List.of());
    }
    ValueTest together =
        condition.values().size() > 1
            ? ValueTests.together(operator.comparison(), condition.values(), hasVariables)
            : null;
    if (together != null) {
      return new CompiledCondition(condition, hasVariables, operator, List.of(together));
    }
    List<ValueTest> tests = new ArrayList<>(condition.values().size());
    for (String value : condition.values()) {
      tests.add(ValueTests.of(operator.comparison(), value, hasVariables));
    }
    return new CompiledCondition(condition, hasVariables, operator, tests);
  }

  /// The condition as written.
  public Condition source() {
    return source;
  }

  /// The condition as far as codes tell it.
  public CodedCondition coded() {
    return coded;
  }

  /// What the variables stand for in a request, as [TextPattern#values] says it.
  public Map<String, Optional<String>> values(ContextValues context) {
    Map<String, Optional<String>> values = new LinkedHashMap<>();
    for (String value : source.values()) {
      values.putAll(TextPattern.of(value, hasVariables, false).values(context));
    }
    return values;
  }

  /// Whether the request meets the condition.
  public Truth holds(CodedContext context, Subjects subjects) {
    return holds(coded.holds(context), context, subjects);
  }

  /// The same where it is known what [#coded] says of the request.
  public Truth holds(Truth told, CodedContext context, Subjects subjects) {
    return told == Truth.UNKNOWN ? byText(context, subjects) : told;
  }

  private Truth byText(CodedContext context, Subjects subjects) {
    int place = context.place(key);
    if (quantifier == null || place == CodedContext.ABSENT) {
      return Truth.UNKNOWN;
    }
    if (isNull) {
      return NullTest.holds(quantifier, source.values(), context.entry(place));
    }
    if (hasNoValues) {
      return Truth.FALSE;
    }
    return switch (quantifier) {
      case NONE -> {
        String value = context.text(place);
        // A key of several values wants a set operator; without one nothing is said of it.
        yield value == null ? Truth.FALSE : compare(value, context, subjects);
      }
      case ALL -> all(valuesOf(context.entry(place)), context, subjects);
      case ANY -> any(valuesOf(context.entry(place)), context, subjects);
    };
  }

  /// For the set operators an empty string is an empty set, as an absent key is.
  private static List<String> valuesOf(ContextValues.Entry entry) {
    boolean isEmpty = !entry.isMultivalued() && entry.single().isEmpty();
    return isEmpty ? List.of() : entry.all();
  }

  private Truth all(List<String> values, ContextValues context, Subjects subjects) {
    Truth all = Truth.TRUE;
    for (int i = 0; i < values.size(); i++) {
      all = all.and(compare(values.get(i), context, subjects));
    }
    return all;
  }

  private Truth any(List<String> values, ContextValues context, Subjects subjects) {
    Truth any = Truth.FALSE;
    for (int i = 0; i < values.size(); i++) {
      any = any.or(compare(values.get(i), context, subjects));
    }
    return any;
  }

  /// Whether the request's value meets any of the policy's values or, negated, none.
  private Truth compare(String value, ContextValues context, Subjects subjects) {
    Truth met =
        only == null ? any(value, context, subjects) : only.matches(value, context, subjects);
    return isNegated ? met.not() : met;
  }

  private @Nullable Runs runs(String value, Subjects subjects) {
    Subject subject = subjects.of(value);
    return subject == null ? Runs.of(value, marks.length) : subject.runs(marks.length);
  }

  private Truth any(String value, ContextValues context, Subjects subjects) {
    Runs runs = marks.length == 0 ? null : runs(value, subjects);
    Truth met = Truth.FALSE;
    for (int i = 0; i < tests.length && met != Truth.TRUE; i++) {
      if (runs == null || runs.mayHave(marks[i])) {
        met = met.or(tests[i].matches(value, context, subjects));
      }
    }
    return met;
  }

  /// Whether the two are written alike, and so are met by the same requests.
  @Override
  public boolean equals(Object other) {
    return other instanceof CompiledCondition that
        && hasVariables == that.hasVariables
        && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }
}
