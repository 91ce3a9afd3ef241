package io.claviger.service.sts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.access.Federation;
import io.claviger.access.Session;
import io.claviger.account.Tags;
import io.claviger.wire.ServiceError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

/// What becomes of a good token: who may assume which role, and what the session is.
class AssumeRoleWithWebIdentityTest {

  private static final String TAGS =
      ",\"https://aws.amazon.com/tags\":{\"principal_tags\":{\"team\":[\"blue\"]},"
          + "\"transitive_tag_keys\":[\"team\"]}";
  private static final String SOURCE = ",\"https://aws.amazon.com/source_identity\":\"carol\"";
  private static final String ALL_ACTIONS =
      "\"sts:AssumeRoleWithWebIdentity\",\"sts:TagSession\",\"sts:SetSourceIdentity\"";

  private final WebIdentityFixture web = new WebIdentityFixture();

  private AssumeRoleWithWebIdentityResponse answer(
      AssumeRoleWithWebIdentityRequest.Builder request) {
    return web.iam.call(request.build(), AssumeRoleWithWebIdentityResponse.class);
  }

  private Session session(AssumeRoleWithWebIdentityRequest.Builder request) {
    return web.iam.session(answer(request).credentials().sessionToken());
  }

  private void refused(
      String code, String message, AssumeRoleWithWebIdentityRequest.Builder request) {
    ServiceError error = web.iam.error(request.build());
    assertEquals(code + ": " + message, error.code() + ": " + error.message());
  }

  private void denied(String action, AssumeRoleWithWebIdentityRequest.Builder request) {
    refused("AccessDenied", "Not authorized to perform " + action, request);
  }

  private static String condition(String test) {
    return ",\"Condition\":{" + test + "}";
  }

  @Test
  void answerSaysWhoAssumedWhat() {
    web.role("");
    AssumeRoleWithWebIdentityResponse answer = answer(web.call());
    assertEquals("ann", answer.subjectFromWebIdentityToken());
    assertEquals("us", answer.audience());
    assertEquals(WebIdentityFixture.PROVIDER, answer.provider());
    assertEquals("arn:aws:sts::111122223333:assumed-role/Web/work", answer.assumedRoleUser().arn());
    assertTrue(answer.assumedRoleUser().assumedRoleId().endsWith(":work"));
    assertNull(answer.packedPolicySize());
    assertNull(answer.sourceIdentity());
    assertEquals(web.iam.now().plusSeconds(3_600), answer.credentials().expiration());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'StringEquals':{'idp.example.com:sub':'ann','idp.example.com:aud':'us'} | true",
        "'StringEquals':{'idp.example.com:sub':'eve'} | false",
        "'StringLike':{'idp.example.com:sub':'a*'} | true",
        "'StringEquals':{'idp.example.com:oaud':'us'} | true",
        "'StringEquals':{'aws:FederatedProvider':'PROVIDER'} | true",
        "'StringEquals':{'aws:FederatedProvider':'other'} | false",
        "'StringEquals':{'sts:RoleSessionName':'work'} | true",
        "'StringEquals':{'sts:RoleSessionName':'${idp.example.com:sub}'} | false",
        "'ForAnyValue:StringEquals':{'idp.example.com:amr':'mfa'} | true",
        "'ForAnyValue:StringEquals':{'idp.example.com:amr':'sms'} | false",
        "'Bool':{'aws:MultiFactorAuthPresent':'true'} | false"
      })
  void trustPolicyDecides(String test, boolean isLetIn) {
    String quoted = test.replace('\'', '"').replace("PROVIDER", WebIdentityFixture.PROVIDER);
    web.role(condition(quoted));
    AssumeRoleWithWebIdentityRequest.Builder call = web.call(",\"amr\":[\"pwd\",\"mfa\"]");
    if (isLetIn) {
      session(call);
    } else {
      denied("sts:AssumeRoleWithWebIdentity", call);
    }
  }

  @Test
  void sessionKeepsAudienceAndSubject() {
    web.role("");
    assertEquals(
        new Federation(
            WebIdentityFixture.PROVIDER,
            Map.of("idp.example.com:aud", "us", "idp.example.com:sub", "ann")),
        session(web.call(",\"email\":\"ann@example.com\"")).federation());
  }

  @Test
  void roleThatIsMissingAnswersAsOneThatDoesNotTrust() {
    denied("sts:AssumeRoleWithWebIdentity", web.call());
  }

  @Test
  void otherActionDoesNotDo() {
    web.role("\"sts:AssumeRole\",\"sts:AssumeRoleWithSAML\",\"sts:TagSession\"", "");
    denied("sts:AssumeRoleWithWebIdentity", web.call());
  }

  @Test
  void Abuse_070_tagsOfTheTokenNeedTagSession() {
    web.role("");
    denied("sts:TagSession", web.call(TAGS));
    session(web.call());
  }

  @Test
  void Abuse_070_sourceIdentityOfTheTokenNeedsPermission() {
    web.role("");
    denied("sts:SetSourceIdentity", web.call(SOURCE));
    session(web.call());
  }

  @Test
  void tagsAndSourceIdentityBecomeTheSessions() {
    web.role(
        ALL_ACTIONS,
        condition(
            "\"StringEquals\":{\"aws:RequestTag/team\":\"blue\",\"sts:SourceIdentity\":\"carol\"},"
                + "\"ForAllValues:StringEquals\":{\"sts:TransitiveTagKeys\":\"team\"}"));
    AssumeRoleWithWebIdentityResponse answer = answer(web.call(TAGS, SOURCE));
    assertEquals("carol", answer.sourceIdentity());
    assertTrue(answer.packedPolicySize() > 0);
    Session session = web.iam.session(answer.credentials().sessionToken());
    assertEquals(new Tags(List.of(new Tags.Tag("team", "blue"))), session.tags());
    assertEquals(List.of("team"), session.transitiveTagKeys());
    assertEquals("carol", session.sourceIdentity());
  }

  @Test
  void badTagsAreRefusedAsInAnyRequest() {
    web.role(ALL_ACTIONS, "");
    refused(
        "InvalidParameterValue",
        "Tag keys beginning with 'aws:' are reserved for internal use.",
        web.call(TAGS.replace("team", "aws:team")));
    refused(
        "InvalidParameterValue",
        "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
        web.call(TAGS.replace("{\"team\":", "{\"TEAM\":[\"x\"],\"team\":")));
    refused(
        "InvalidParameterValue",
        "The specified transitive tag key must be included in the requested tags.",
        web.call(TAGS.replace("[\"team\"]", "[\"other\"]")));
  }

  @Test
  void sessionLastsAsLongAsTheRoleAllows() {
    web.role("");
    assertEquals(
        web.iam.now().plusSeconds(7_200), session(web.call().durationSeconds(7_200)).expiresAt());
    refused(
        "ValidationError",
        "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
        web.call().durationSeconds(7_201));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 899, 43_201})
  void Abuse_064_durationOutsideOfAnyRangeIsRefused(int seconds) {
    web.role("");
    assertEquals(
        "ValidationError", web.iam.error(web.call().durationSeconds(seconds).build()).code());
    session(web.call().durationSeconds(900));
  }

  @Test
  void sessionPoliciesLimitTheSession() {
    web.role("");
    String policy = EnforcedSts.document(EnforcedSts.allow("s3:*"));
    Session session =
        session(
            web.call()
                .policy(policy)
                .policyArns(
                    PolicyDescriptorType.builder()
                        .arn("arn:aws:iam::aws:policy/ReadOnlyAccess")
                        .build()));
    assertEquals(policy, session.inlinePolicy());
    assertEquals(1, session.policyArns().size());
    assertEquals("MalformedPolicyDocument", web.iam.error(web.call().policy("{}").build()).code());
  }

  @Test
  void tokenMayBeUsedAgainWhileItIsGood() {
    web.role("");
    AssumeRoleWithWebIdentityRequest.Builder call = web.call();
    session(call);
    web.iam.advance(Duration.ofSeconds(299));
    session(call);
    web.iam.advance(Duration.ofSeconds(1));
    assertEquals("ExpiredTokenException", web.iam.error(call.build()).code());
  }

  @Test
  void whatIsNoRoleIsRefused() {
    refused(
        "ValidationError",
        "Request ARN is invalid",
        web.call().roleArn("arn:aws:iam::111122223333:user/ann"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"www.amazon.com", "graph.facebook.com"})
  void accessTokensOfOauthAreNotTaken(String provider) {
    web.role("");
    refused(
        "InvalidIdentityToken",
        "The identity provider " + provider + " is not supported.",
        web.call().providerId(provider));
  }
}
