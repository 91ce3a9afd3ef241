package io.claviger.policy.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArnPatternTest {

  private static final ContextValues NOTHING = _ -> null;

  private record One(String single) implements ContextValues.Entry {
    @Override
    public boolean isMultivalued() {
      return false;
    }

    @Override
    public List<String> all() {
      return List.of(single);
    }
  }

  private static Match match(String pattern, String arn, ShortArns shortArns) {
    return ArnPattern.ofResource(pattern, true).match(arn, NOTHING, shortArns, Subjects.NONE);
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
    "*rn:aws:s3, WITH_WILDCARD",
    "?rn:aws:s3, WITH_WILDCARD",
  })
  void shortArnsCountFromTheirLeniencyOn(String pattern, ShortArns least) {
    for (ShortArns allowed : ShortArns.values()) {
      Match expected = allowed.compareTo(least) >= 0 ? Match.YES : Match.NO;
      assertEquals(expected, match(pattern, "arn:aws:s3:eu:1:b:c", allowed), allowed.name());
    }
  }

  /// A variable without a value stands for nothing, in whichever field.
  @ParameterizedTest
  @CsvSource({
    "arn:aws:s3:${a:b}:1:x, arn:aws:s3:eu:1:x",
    "arn:aws:s3:*:1:${a:b}, arn:aws:s3:eu:1:x",
    "arn:aws:s3:${a:b}:1:${c:d}, arn:aws:s3:eu:1:x",
    "arn:aws:s3:eu:${a:b}:*, arn:aws:s3:eu:1:x",
  })
  void Abuse_043_anUnresolvedFieldIsNoMatch(String pattern, String arn) {
    assertEquals(
        Match.UNRESOLVED,
        ArnPattern.ofCondition(pattern, true).match(arn, NOTHING, ShortArns.NONE, Subjects.NONE));
  }

  /// A tag with a colon in it is no way from one field into the next.
  @ParameterizedTest
  @CsvSource({"eu, YES", "eu:1, NO", "eu:1:x, NO", "e, NO"})
  void Abuse_043_aVariablesValueStaysInItsField(String tag, Match match) {
    ContextValues context = key -> key.lower().equals("a:b") ? new One(tag) : null;
    ArnPattern pattern = ArnPattern.ofCondition("arn:aws:s3:${a:b}:1:x*", true);
    assertEquals(match, pattern.match("arn:aws:s3:eu:1:x", context, ShortArns.NONE, Subjects.NONE));
  }

  /// Behind a wildcard in the head, too, a variable of a resource is one.
  @ParameterizedTest
  @CsvSource({"true, ana, YES", "true, eva, NO", "false, ana, NO", "false, ${a:b}, YES"})
  void variablesCountBehindAWildcardRegion(boolean hasVariables, String name, Match match) {
    ContextValues context = _ -> new One("ana");
    ArnPattern pattern = ArnPattern.ofResource("arn:aws:dynamodb:*:1:table/${a:b}", hasVariables);
    String arn = "arn:aws:dynamodb:eu:1:table/" + name;
    assertEquals(match, pattern.match(arn, context, ShortArns.NONE, Subjects.NONE));
  }

  @Test
  void colonsInAConditionsVariableDoNotSplit() {
    ArnPattern pattern = ArnPattern.ofCondition("arn:aws:iam::${a:b, '1'}:${c:d, 'x'}", true);
    String arn = "arn:aws:iam::1:x";

    assertEquals(Match.YES, pattern.match(arn, NOTHING, ShortArns.NONE, Subjects.NONE));
  }
}
