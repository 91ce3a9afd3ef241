package io.claviger.policy.condition;

import io.claviger.policy.document.ConditionOperator.Comparison;
import io.claviger.policy.match.ContextValues;
import io.claviger.policy.match.Subjects;
import io.claviger.policy.match.Truth;
import io.claviger.policy.value.Numbers;
import io.claviger.policy.value.Timestamps;
import io.claviger.policy.value.ValueCode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Compares numbers, or times as seconds since 1970.
///
/// @param accepted what may come out, a bit for each: less, equal, greater
/// @param limit null if the policy's text is none
record Order(int accepted, boolean isDate, @Nullable BigDecimal limit) implements ValueTest {

  static Order ofNumbers(Comparison comparison, String text) {
    return new Order(accepted(comparison), false, Numbers.parse(text));
  }

  static Order ofTimes(Comparison comparison, String text) {
    return new Order(accepted(comparison), true, Timestamps.parse(text));
  }

  private static int accepted(Comparison comparison) {
    String name = comparison.text();
    int accepted = name.endsWith("Equals") ? bit(0) : 0;
    if (name.contains("LessThan")) {
      accepted |= bit(-1);
    }
    return name.contains("GreaterThan") ? accepted | bit(1) : accepted;
  }

  /// @param order what a comparison says: negative, zero or positive
  private static int bit(int order) {
    return 1 << (Integer.signum(order) + 1);
  }

  private boolean accepts(int order) {
    return (accepted & bit(order)) != 0;
  }

  @Override
  public Truth matches(String value, ContextValues context, Subjects subjects) {
    BigDecimal actual = isDate ? Timestamps.parse(value) : Numbers.parse(value);
    return limit == null || actual == null
        ? Truth.UNKNOWN
        : Truth.of(accepts(actual.compareTo(limit)));
  }

  @Override
  public CodeRanges byCode() {
    long whole = limit == null ? Numbers.NOT_QUICK : Numbers.quick(limit);
    if (whole == Numbers.NOT_QUICK) {
      return CodeRanges.UNTOLD;
    }
    long first = accepts(-1) ? 0 : accepts(0) ? whole : whole + 1;
    long last = accepts(1) ? ValueCode.MOST : accepts(0) ? whole : whole - 1;
    // Where times are compared, plain numbers are some, too.
    return isDate
        ? CodeRanges.between(first, last, ValueCode.NUMBER, ValueCode.TIME)
        : CodeRanges.between(first, last, ValueCode.NUMBER);
  }
}
