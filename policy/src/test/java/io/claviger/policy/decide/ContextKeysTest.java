package io.claviger.policy.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContextKeysTest {

  private static final String POLICY =
      """
      {"Version":"2012-10-17","Statement":[
       {"Effect":"Allow","Action":"*","Resource":["arn:aws:s3:::b/${aws:username}/*","*"],
        "Condition":{"StringLike":{"s3:prefix":["${aws:PrincipalTag/team}/*","${aws:userid, 'x'}"]},
                     "NumericEquals":{"s3:max-keys":"${aws:Ignored}"}}},
       {"Effect":"Deny","Action":"*","Resource":"*",
        "Condition":{"Null":{"AWS:UserName":"true"},"ArnLike":{"aws:SourceArn":"${a:b}"}}}]}
      """;

  private static List<String> keys(String text) {
    return ContextKeys.of(PolicyParser.parse(text, PolicyKind.IDENTITY).document().orElseThrow());
  }

  @Test
  void keysComeInTheOrderInWhichTheyFirstOccur() {
    assertEquals(
        List.of(
            "aws:username",
            "s3:prefix",
            "aws:PrincipalTag/team",
            "aws:userid",
            "s3:max-keys",
            "aws:SourceArn",
            "a:b"),
        keys(POLICY));
  }

  @Test
  void anOldPolicyHasNoVariables() {
    assertEquals(
        List.of("s3:prefix", "s3:max-keys", "AWS:UserName", "aws:SourceArn"),
        keys(POLICY.replace("2012-10-17", "2008-10-17")));
  }
}
