package io.claviger.policy.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArnPatternTest {

  private static final ContextValues NOTHING = _ -> null;

  private static Match match(String pattern, String arn, ShortArns shortArns) {
    return ArnPattern.ofResource(pattern, true).match(arn, NOTHING, shortArns);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:s3:::b, arn:aws:s3:::b, YES",
    "arn:aws:iam::123456789012:root, arn:aws:iam::*:root, NO",
    "arn:aws:iam::*:root, arn:aws:iam::123456789012:root, YES",
    "arn:aws:iam::*:root, arn:aws:iam::1:2:root, NO",
    "arn:aws:iam::*:*, arn:aws:iam::1:2:root, YES",
    "arn:*:iam::1:root, arn:aws:iam::1:root, YES",
    "arn:*:iam::1:root, arn:aws:x:iam::1:root, NO",
    "arn:aws:iam::012345678901:root, arn:aws:iam::12345678901:root, NO",
    "arn:aws:s3:::b, arn:aws:s3::1:b, NO",
    "arn:aws:s3::*:b, arn:aws:s3:::b, YES",
    "arn:aws:s3:::b, ARN:aws:s3:::b, NO",
    "*:*:*:*:*:*, ARN:aws:s3:::b, NO",
    "arn:aws:s3:::b, *, NO",
    "arn:aws:s3:::b, b, NO",
    "arn:aws:s3:::${aws:username}, arn:aws:s3:::b, UNRESOLVED",
    "arn:aws:s3:::${aws:username}, arn:aws:ec2:::b, NO",
  })
  void Abuse_043_fieldsAreComparedOneByOne(String pattern, String arn, Match match) {
    assertEquals(match, match(pattern, arn, ShortArns.NONE));
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:s3, ALL",
    "arn:aws:s3:*, WITH_WILDCARD_AT_END",
    "arn:*:s3, WITH_WILDCARD",
    "arn:?ws:s3, WITH_WILDCARD",
  })
  void shortArnsCountFromTheirLeniencyOn(String pattern, ShortArns least) {
    for (ShortArns allowed : ShortArns.values()) {
      Match expected = allowed.compareTo(least) >= 0 ? Match.YES : Match.NO;
      assertEquals(expected, match(pattern, "arn:aws:s3:eu:1:b:c", allowed), allowed.name());
    }
  }

  @Test
  void colonsInAConditionsVariableDoNotSplit() {
    ArnPattern pattern = ArnPattern.ofCondition("arn:aws:iam::${a:b, '1'}:${c:d, 'x'}", true);
    String arn = "arn:aws:iam::1:x";

    assertEquals(Match.YES, pattern.match(arn, NOTHING, ShortArns.NONE));
  }
}
