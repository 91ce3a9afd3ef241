package io.claviger.policy.condition;

import io.claviger.policy.document.AsciiCase;
import io.claviger.policy.document.ConditionOperator.Comparison;
import io.claviger.policy.match.ArnPattern;
import io.claviger.policy.match.ContextValues;
import io.claviger.policy.match.Match;
import io.claviger.policy.match.ShortArns;
import io.claviger.policy.match.TextPattern;
import io.claviger.policy.match.Truth;
import io.claviger.policy.value.IpRange;
import io.claviger.policy.value.Numbers;
import io.claviger.policy.value.Timestamps;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// How a policy's value is compared, by type of operator.
///
/// AWS rule: IAM User Guide, "IAM JSON policy elements: Condition operators".
final class ValueTests {

  private ValueTests() {}

  static ValueTest of(Comparison comparison, String value, boolean hasVariables) {
    return switch (comparison) {
      case STRING_EQUALS, STRING_NOT_EQUALS -> text(TextPattern.of(value, hasVariables, false));
      case STRING_LIKE, STRING_NOT_LIKE -> text(TextPattern.of(value, hasVariables, true));
      case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE ->
          textIgnoringCase(TextPattern.ignoringCase(value, hasVariables));
      case NUMERIC_EQUALS,
          NUMERIC_NOT_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          order(comparison, value, Numbers::quick, Numbers::parse);
      case DATE_EQUALS,
          DATE_NOT_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          order(comparison, value, Timestamps::quick, Timestamps::parse);
      case BOOL -> bool(TextPattern.ignoringCase(value, hasVariables));
      case BINARY_EQUALS -> BinaryTest.of(value);
      case IP_ADDRESS, NOT_IP_ADDRESS -> ipAddress(value);
      case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE ->
          new AnArn(ArnPattern.ofCondition(value, hasVariables));
      case NULL -> throw new IllegalStateException("Null compares no values");
    };
  }

  /// Whether the request's value is one of several texts, if that is all there is to compare; else
  /// null.
  static @Nullable ValueTest oneOf(
      Comparison comparison, List<String> values, boolean hasVariables) {
    if (comparison != Comparison.STRING_EQUALS && comparison != Comparison.STRING_NOT_EQUALS) {
      return null;
    }
    Set<String> literals = new HashSet<>();
    for (String value : values) {
      String literal = TextPattern.of(value, hasVariables, false).literal();
      if (literal == null) {
        return null;
      }
      literals.add(literal);
    }
    return (value, _) -> Truth.of(literals.contains(value));
  }

  /// A variable without a value makes the policy's value match nothing.
  private static ValueTest text(TextPattern pattern) {
    String literal = pattern.literal();
    if (literal != null) {
      return (value, _) -> Truth.of(value.equals(literal));
    }
    return new Text(pattern);
  }

  private record Text(TextPattern pattern) implements ValueTest {
    @Override
    public Truth matches(String value, ContextValues context) {
      return Truth.of(pattern.match(value, context) == Match.YES);
    }

    @Override
    public int mark() {
      return pattern.mark();
    }
  }

  private static ValueTest textIgnoringCase(TextPattern pattern) {
    ValueTest exact = text(pattern);
    return (value, context) -> exact.matches(AsciiCase.lower(value), context);
  }

  /// Text that is neither `true` nor `false` is no boolean: in the policy it cannot be evaluated,
  /// in the request it equals neither.
  private static ValueTest bool(TextPattern pattern) {
    ValueTest test = textIgnoringCase(pattern);
    String literal = pattern.literal();
    if (literal != null) {
      boolean isBoolean = literal.equals("true") || literal.equals("false");
      return isBoolean ? test : (_, _) -> Truth.UNKNOWN;
    }
    return (value, context) ->
        isBoolean(pattern, context) ? test.matches(value, context) : Truth.UNKNOWN;
  }

  private static boolean isBoolean(TextPattern pattern, ContextValues context) {
    return pattern.match("true", context) != Match.NO
        || pattern.match("false", context) != Match.NO;
  }

  private record AnArn(ArnPattern pattern) implements ValueTest {
    @Override
    public Truth matches(String value, ContextValues context) {
      return Truth.of(pattern.match(value, context, ShortArns.NONE) == Match.YES);
    }

    @Override
    public int mark() {
      return pattern.mark();
    }
  }

  private static ValueTest ipAddress(String range) {
    IpRange parsed = IpRange.parse(range);
    return (value, _) -> {
      Boolean isInside = parsed == null ? null : parsed.contains(value);
      return isInside == null ? Truth.UNKNOWN : Truth.of(isInside);
    };
  }

  private static ValueTest order(
      Comparison comparison,
      String text,
      ToLongFunction<String> quickParser,
      Function<String, @Nullable BigDecimal> parser) {
    IntPredicate wanted = order(comparison);
    long quickLimit = quickParser.applyAsLong(text);
    BigDecimal limit = parser.apply(text);
    return (value, _) -> {
      long quick = quickParser.applyAsLong(value);
      if (quick != Numbers.NOT_QUICK && quickLimit != Numbers.NOT_QUICK) {
        return Truth.of(wanted.test(Long.compare(quick, quickLimit)));
      }
      BigDecimal actual = parser.apply(value);
      return limit == null || actual == null
          ? Truth.UNKNOWN
          : Truth.of(wanted.test(actual.compareTo(limit)));
    };
  }

  private static IntPredicate order(Comparison comparison) {
    String name = comparison.text();
    if (name.endsWith("LessThan")) {
      return order -> order < 0;
    }
    if (name.endsWith("LessThanEquals")) {
      return order -> order <= 0;
    }
    if (name.endsWith("GreaterThan")) {
      return order -> order > 0;
    }
    return name.endsWith("GreaterThanEquals") ? order -> order >= 0 : order -> order == 0;
  }
}
