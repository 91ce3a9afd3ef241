package io.claviger.policy.condition;

import io.claviger.policy.document.AsciiCase;
import io.claviger.policy.document.ConditionOperator.Comparison;
import io.claviger.policy.match.ArnPattern;
import io.claviger.policy.match.ContextValues;
import io.claviger.policy.match.Match;
import io.claviger.policy.match.ShortArns;
import io.claviger.policy.match.Subjects;
import io.claviger.policy.match.TextPattern;
import io.claviger.policy.match.Truth;
import io.claviger.policy.value.IpRange;
import io.claviger.policy.value.IpRanges;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
          Order.ofNumbers(comparison, value);
      case DATE_EQUALS,
          DATE_NOT_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          Order.ofTimes(comparison, value);
      case BOOL -> bool(TextPattern.ignoringCase(value, hasVariables));
      case BINARY_EQUALS -> BinaryTest.of(value);
      case IP_ADDRESS, NOT_IP_ADDRESS -> ipAddress(List.of(value));
      case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE ->
          new AnArn(ArnPattern.ofCondition(value, hasVariables));
      case NULL -> throw new IllegalStateException("Null compares no values");
    };
  }

  /// One test for several values, for types where the request's value then is read once; else null.
  static @Nullable ValueTest together(
      Comparison comparison, List<String> values, boolean hasVariables) {
    return switch (comparison) {
      case STRING_EQUALS, STRING_NOT_EQUALS -> oneOf(values, hasVariables);
      case IP_ADDRESS, NOT_IP_ADDRESS -> ipAddress(values);
      default -> null;
    };
  }

  /// Whether the request's value is one of several texts; null if not all of them are known.
  private static @Nullable ValueTest oneOf(List<String> values, boolean hasVariables) {
    Set<String> literals = new HashSet<>();
    for (String value : values) {
      String literal = TextPattern.of(value, hasVariables, false).literal();
      if (literal == null) {
        return null;
      }
      literals.add(literal);
    }
    return new OneOf(literals);
  }

  private record OneOf(Set<String> literals) implements ValueTest {
    OneOf {
      literals = Set.copyOf(literals);
    }

    @Override
    public Truth matches(String value, ContextValues context, Subjects subjects) {
      return Truth.of(literals.contains(value));
    }

    @Override
    public CodeRanges byCode() {
      return CodeRanges.oneOf(literals);
    }
  }

  /// A variable without a value makes the policy's value match nothing.
  private static ValueTest text(TextPattern pattern) {
    String literal = pattern.literal();
    return literal == null ? new Text(pattern) : new OneOf(Set.of(literal));
  }

  private record Text(TextPattern pattern) implements ValueTest {
    @Override
    public Truth matches(String value, ContextValues context, Subjects subjects) {
      return Truth.of(pattern.match(value, context, subjects) == Match.YES);
    }

    @Override
    public CodeRanges byCode() {
      return CodeRanges.withEnds(pattern.prefix(), pattern.suffix());
    }

    @Override
    public int mark() {
      return pattern.mark();
    }
  }

  private static ValueTest textIgnoringCase(TextPattern pattern) {
    return new IgnoringCase(text(pattern), pattern.literal());
  }

  /// @param exact what is asked of the value in lower case
  /// @param literal the one text that it is then; null if there may be several
  private record IgnoringCase(ValueTest exact, @Nullable String literal) implements ValueTest {
    @Override
    public Truth matches(String value, ContextValues context, Subjects subjects) {
      return exact.matches(AsciiCase.lower(value), context, subjects);
    }

    @Override
    public CodeRanges byCode() {
      return literal == null ? CodeRanges.UNTOLD : CodeRanges.ignoringCase(literal);
    }
  }

  /// Text that is neither `true` nor `false` is no boolean: in the policy it cannot be evaluated,
  /// in the request it equals neither.
  private static ValueTest bool(TextPattern pattern) {
    ValueTest test = textIgnoringCase(pattern);
    String literal = pattern.literal();
    if (literal != null) {
      boolean isBoolean = literal.equals("true") || literal.equals("false");
      return isBoolean ? test : (_, _, _) -> Truth.UNKNOWN;
    }
    return (value, context, subjects) ->
        isBoolean(pattern, context) ? test.matches(value, context, subjects) : Truth.UNKNOWN;
  }

  private static boolean isBoolean(TextPattern pattern, ContextValues context) {
    return pattern.match("true", context) != Match.NO
        || pattern.match("false", context) != Match.NO;
  }

  private record AnArn(ArnPattern pattern) implements ValueTest {
    @Override
    public Truth matches(String value, ContextValues context, Subjects subjects) {
      return Truth.of(pattern.match(value, context, ShortArns.NONE, subjects) == Match.YES);
    }

    @Override
    public CodeRanges byCode() {
      return CodeRanges.withEnds("", pattern.resourceSuffix());
    }

    @Override
    public int mark() {
      return pattern.mark();
    }
  }

  private static ValueTest ipAddress(List<String> values) {
    return new Address(IpRanges.of(values));
  }

  private record Address(IpRanges ranges) implements ValueTest {
    @Override
    public Truth matches(String value, ContextValues context, Subjects subjects) {
      Boolean isInside = ranges.contain(value);
      return isInside == null ? Truth.UNKNOWN : Truth.of(isInside);
    }

    @Override
    public CodeRanges byCode() {
      List<IpRange> all = ranges.all();
      return all == null ? CodeRanges.UNTOLD : CodeRanges.addresses(all);
    }
  }
}
