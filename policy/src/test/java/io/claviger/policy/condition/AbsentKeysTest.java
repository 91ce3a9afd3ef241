package io.claviger.policy.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.match.Subjects;
import io.claviger.policy.match.Truth;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What every operator says of a key that is not there.
final class AbsentKeysTest {

  private static final RequestContext NOTHING = RequestContext.EMPTY;

  /// Operator, a value, and the answers: plain, `IfExists`, `ForAllValues`, `ForAnyValue`.
  @ParameterizedTest
  @CsvSource({
    "StringEquals, x, FALSE, TRUE, TRUE, FALSE",
    "StringNotEquals, x, TRUE, TRUE, TRUE, FALSE",
    "StringLike, x*, FALSE, TRUE, TRUE, FALSE",
    "StringNotLike, x*, TRUE, TRUE, TRUE, FALSE",
    "NumericLessThan, 5, FALSE, TRUE, TRUE, FALSE",
    "NumericNotEquals, 5, TRUE, TRUE, TRUE, FALSE",
    "DateGreaterThan, 2024-01-01, FALSE, TRUE, TRUE, FALSE",
    "Bool, true, FALSE, TRUE, TRUE, FALSE",
    "IpAddress, 10.0.0.0/8, FALSE, TRUE, TRUE, FALSE",
    "NotIpAddress, 10.0.0.0/8, TRUE, TRUE, TRUE, FALSE",
    "ArnLike, arn:aws:s3:::b, FALSE, TRUE, TRUE, FALSE",
    "ArnNotLike, arn:aws:s3:::b, TRUE, TRUE, TRUE, FALSE",
  })
  void Abuse_037_absentKeysFollowTheTable(
      String operator, String value, Truth plain, Truth ifExists, Truth all, Truth any) {
    assertEquals(plain, holds(operator, value));
    assertEquals(ifExists, holds(operator + "IfExists", value));
    assertEquals(all, holds("ForAllValues:" + operator, value));
    assertEquals(any, holds("ForAnyValue:" + operator, value));
    assertEquals(any, holds("ForAnyValue:" + operator + "IfExists", value));
  }

  @ParameterizedTest
  @CsvSource({"true, TRUE", "false, FALSE"})
  void Abuse_037_nullTellsAnAbsentKey(String value, Truth truth) {
    assertEquals(truth, holds("Null", value));
  }

  @ParameterizedTest
  @CsvSource({"StringEqual, UNKNOWN", "NullIfExists, UNKNOWN", "ForSome:Bool, UNKNOWN"})
  void Abuse_047_anOperatorThatDoesNotExistCannotBeEvaluated(String operator, Truth truth) {
    assertEquals(truth, holds(operator, "x"));
  }

  private static Truth holds(String operator, String value) {
    Condition condition = new Condition(operator, "a:k", List.of(value));
    return CompiledCondition.of(condition, true).holds(NOTHING, Subjects.NONE);
  }
}
