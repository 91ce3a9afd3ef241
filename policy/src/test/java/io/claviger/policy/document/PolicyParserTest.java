package io.claviger.policy.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.document.Statement.PrincipalName;
import io.claviger.policy.document.Statement.PrincipalType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyParserTest {

  private static PolicyDocument read(String text, PolicyKind kind) {
    ParsedPolicy parsed = PolicyParser.parse(text, kind);
    return parsed.document().orElseThrow(() -> new AssertionError(parsed.findings()));
  }

  @Test
  void everyElementIsRead() {
    PolicyDocument document =
        read(
            """
            {
              "Version": "2012-10-17",
              "Id": "an id",
              "Statement": [{
                "Sid": "One",
                "Effect": "Deny",
                "NotPrincipal": {"AWS": ["123456789012", "AIDAEXAMPLE"], "Service": "x.amazonaws.com"},
                "NotAction": ["s3:Get*", "*"],
                "Resource": "arn:aws:s3:::b/*",
                "Condition": {"NumericEquals": {"a:b": [1, "2"]}, "Bool": {"c:d": true}}
              }]
            }
            """,
            PolicyKind.RESOURCE);
    Statement statement = document.statements().getFirst();

    assertEquals(PolicyDocument.Version.V2012_10_17, document.version());
    assertEquals("an id", document.id().orElseThrow());
    assertEquals("One", statement.sid().orElseThrow());
    assertEquals(Effect.DENY, statement.effect());
    assertTrue(statement.principal().orElseThrow().isNegated());
    assertEquals(
        List.of(
            new PrincipalName(PrincipalType.AWS, "123456789012"),
            new PrincipalName(PrincipalType.AWS, "AIDAEXAMPLE"),
            new PrincipalName(PrincipalType.SERVICE, "x.amazonaws.com")),
        statement.principal().orElseThrow().names());
    assertTrue(statement.action().isNegated());
    assertEquals(List.of("s3:Get*", "*"), statement.action().patterns());
    assertEquals(List.of("arn:aws:s3:::b/*"), statement.resource().orElseThrow().patterns());
    assertEquals(
        List.of(
            new Condition("NumericEquals", "a:b", List.of("1", "2")),
            new Condition("Bool", "c:d", List.of("true"))),
        statement.conditions());
  }

  @Test
  void aStatementKnowsWhereItStands() {
    PolicyDocument document =
        read(
            """
            {"Statement": [
              {"Effect":"Allow","Action":"*","Resource":"*"},
              {"Effect":"Deny",
               "Action":"s3:*",
               "Resource":"*"}]}
            """,
            PolicyKind.IDENTITY);

    assertEquals(new Span(2, 3, 2, 49), document.statements().get(0).span());
    assertEquals(new Span(3, 3, 5, 19), document.statements().get(1).span());
  }

  @Test
  void oneStatementNeedsNoList() {
    PolicyDocument document =
        read(
            """
            {"Statement": {"Effect":"Allow","Action":"*","Resource":"*"}}\
            """,
            PolicyKind.IDENTITY);

    assertEquals(PolicyDocument.Version.V2008_10_17, document.version());
    assertEquals(1, document.statements().size());
  }

  @Test
  void allFindingsAreReportedInTheOrderOfTheText() {
    ParsedPolicy parsed =
        PolicyParser.parse(
            """
            {"Version": "2012-10-17",
             "Statement": [
               {"Effect": "Allow", "Action": "GetObject", "Resource": "bucket"},
               {"Effect": "allow", "Action": "s3:x", "Resource": "*"}]}
            """,
            PolicyKind.IDENTITY);

    assertEquals(
        List.of("INVALID_ACTION", "INVALID_ARN_PREFIX", "INVALID_EFFECT"),
        parsed.findings().stream().map(Finding::id).toList());
    assertEquals(new Span(3, 34, 3, 45), parsed.findings().getFirst().span());
    assertTrue(parsed.document().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sts:AssumeRole",
        "sts:assumerolewithsaml",
        "sts:TagSession",
        "sts:*",
        "sts:AssumeRole*",
        "sts:SetSourceIdentity"
      })
  void trustPoliciesSpeakOfAssumingRoles(String action) {
    read(
        """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":
        "accounts.google.com"},"Action":"%s"}}\
        """
            .formatted(action),
        PolicyKind.TRUST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:s3:::b",
        "arn:aws-cn:s3:::b",
        "arn:*:iam::*:role/x",
        "arn:aws:ssm:*",
        "arn:aws:s3:::b/${aws:username}/*",
        "*"
      })
  void resourcesAreArnsOrTheLoneAsterisk(String resource) {
    read(
        """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"%s"}}\
        """
            .formatted(resource),
        PolicyKind.IDENTITY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"AWS\":\"123456789012\"}",
        "{\"AWS\":\"arn:aws-cn:iam::123456789012:root\"}",
        "{\"AWS\":\"arn:aws:sts::123456789012:assumed-role/Role/Session\"}",
        "{\"AWS\":\"arn:aws:sts::123456789012:federated-user/Name\"}",
        "{\"AWS\":\"arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1\"}",
        "{\"AWS\":\"AROA1EXAMPLE\"}",
        "{\"AWS\":\"*\"}",
        "{\"Service\":[\"ec2.amazonaws.com\",\"lambda.amazonaws.com\"]}",
        "{\"CanonicalUser\":\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"}",
        "\"*\""
      })
  void principalsOfAllFormsAreRead(String principal) {
    read(
        """
        {"Version":"2012-10-17","Statement":{"Effect":"Deny","NotPrincipal":%s,"Action":"*",
        "Resource":"*"}}\
        """
            .formatted(principal),
        PolicyKind.RESOURCE);
  }
}
