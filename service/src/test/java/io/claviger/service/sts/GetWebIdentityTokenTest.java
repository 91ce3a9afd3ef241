package io.claviger.service.sts;

import static io.claviger.service.sts.StsFixture.WORKER;
import static io.claviger.service.sts.StsFixture.assume;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.claviger.access.outbound.IssuerDocuments;
import io.claviger.access.outbound.IssuerUrls;
import io.claviger.account.OutboundIssuer;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.InMemoryIam;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.DisableOutboundWebIdentityFederationRequest;
import software.amazon.awssdk.services.iam.model.EnableOutboundWebIdentityFederationRequest;
import software.amazon.awssdk.services.sts.model.GetWebIdentityTokenRequest;
import software.amazon.awssdk.services.sts.model.GetWebIdentityTokenResponse;
import software.amazon.awssdk.services.sts.model.Tag;

class GetWebIdentityTokenTest {

  private static final String NAMESPACE = "https://sts.amazonaws.com/";

  private final StsFixture sts = new StsFixture();

  @BeforeEach
  void enable() {
    sts.iam.call(EnableOutboundWebIdentityFederationRequest.builder().build());
  }

  private static GetWebIdentityTokenRequest.Builder request() {
    return GetWebIdentityTokenRequest.builder()
        .audience("https://api.example.com")
        .signingAlgorithm("ES384");
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private static SignedJWT token(InMemoryIam caller, GetWebIdentityTokenRequest.Builder request) {
    String text =
        caller.call(request.build(), GetWebIdentityTokenResponse.class).webIdentityToken();
    try {
      return SignedJWT.parse(text);
    } catch (ParseException e) {
      throw new AssertionError(text, e);
    }
  }

  private static Map<String, Object> claims(SignedJWT token) {
    return token.getPayload().toJSONObject();
  }

  @SuppressWarnings("unchecked") // An object in JSON has texts for names.
  private static Map<String, Object> own(SignedJWT token) {
    return (Map<String, Object>) Objects.requireNonNull(claims(token).get(NAMESPACE));
  }

  private JWKSet published() throws ParseException {
    OutboundIssuer issuer = sts.iam.account().outboundIssuer().orElseThrow();
    return JWKSet.parse(
        IssuerDocuments.json(
            IssuerUrls.Document.Kind.KEYS, issuer, InMemoryIam.ISSUERS, sts.iam.now()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "ES384"})
  void tokenIsSignedByThePublishedKeyThatItNames(String algorithm) throws Exception {
    SignedJWT token = token(sts.bob(), request().signingAlgorithm(algorithm));
    assertEquals(algorithm, token.getHeader().getAlgorithm().getName());
    assertEquals("JWT", token.getHeader().getType().getType());
    var key = published().getKeyByKeyId(token.getHeader().getKeyID());
    JWSVerifier verifier =
        algorithm.equals("RS256")
            ? new RSASSAVerifier(key.toRSAKey())
            : new ECDSAVerifier(key.toECKey());
    assertTrue(token.verify(verifier));
  }

  @Test
  void tokenOfAUserTellsWhoItIs() {
    SignedJWT token = token(sts.bob(), request());
    String bob = "arn:aws:iam::111122223333:user/bob";
    long now = sts.iam.now().getEpochSecond();
    Map<String, Object> claims = claims(token);
    OutboundIssuer issuer = sts.iam.account().outboundIssuer().orElseThrow();
    assertEquals(InMemoryIam.ISSUERS.of(issuer), claims.get("iss"));
    assertEquals(bob, claims.get("sub"));
    assertEquals("https://api.example.com", claims.get("aud"));
    assertEquals(now, claims.get("iat"));
    assertEquals(now + 300, claims.get("exp"));
    assertEquals(36, String.valueOf(claims.get("jti")).length());
    assertEquals(
        Map.of(
            "aws_account",
            "111122223333",
            "source_region",
            "us-east-1",
            "principal_id",
            bob,
            "principal_tags",
            Map.of("team", "blue")),
        own(token));
  }

  @Test
  void tokenOfARoleSessionTellsOfTheRoleAndItsSession() {
    var session = sts.session(assume(WORKER).sourceIdentity("carol").tags(tag("Stage", "test")));
    SignedJWT token = token(sts.as(session), request());
    assertEquals(WORKER, claims(token).get("sub"));
    assertEquals(Map.of("Stage", "test"), own(token).get("principal_tags"));
    assertEquals("carol", own(token).get("source_identity"));
    assertEquals(session.expiresAt().toString(), own(token).get("original_session_exp"));
  }

  @Test
  void severalAudiencesAreAListAndTagsAreClaims() {
    SignedJWT token =
        token(sts.bob(), request().audience("a", "b").tags(tag("job", "7"), tag("aws:kind", "")));
    assertEquals(List.of("a", "b"), claims(token).get("aud"));
    assertEquals(Map.of("job", "7", "aws:kind", ""), own(token).get("request_tags"));
  }

  @Test
  void answerSaysWhenTheTokenEnds() {
    GetWebIdentityTokenResponse answer =
        sts.bob().call(request().durationSeconds(60).build(), GetWebIdentityTokenResponse.class);
    assertEquals(sts.iam.now().plusSeconds(60), answer.expiration());
  }

  @Test
  void tokensDifferFromEachOther() {
    Object first = claims(token(sts.bob(), request())).get("jti");
    assertNotEquals(first, claims(token(sts.bob(), request())).get("jti"));
  }

  /// Abuse: a session that outlives itself.
  @Test
  void tokenEndsNoLaterThanTheSession() {
    var session = sts.session(assume(WORKER).durationSeconds(900));
    InMemoryIam worker = sts.as(session);
    token(worker, request().durationSeconds(900));
    assertRefused(
        "SessionDurationEscalationException", worker, request -> request.durationSeconds(901));
  }

  @Test
  void disabledAccountIssuesNone() {
    sts.iam.call(DisableOutboundWebIdentityFederationRequest.builder().build());
    assertRefused("OutboundWebIdentityFederationDisabledException", sts.bob(), _ -> {});
  }

  @Test
  void tokenHasRoomForSoMuch() {
    List<Tag> fifty = IntStream.range(10, 60).mapToObj(i -> tag("k" + i, "y".repeat(256))).toList();
    token(sts.bob(), request().tags(fifty));
    List<String> audiences = IntStream.range(0, 10).mapToObj(_ -> "x".repeat(1_000)).toList();
    assertRefused(
        "JWTPayloadSizeExceededException",
        sts.bob(),
        request -> request.audience(audiences).tags(fifty));
  }

  @Test
  void whatNobodyCouldSignIsRefused() {
    assertRefused("ValidationError", sts.bob(), request -> request.signingAlgorithm("HS256"));
    assertRefused(
        "InvalidParameterValue",
        sts.bob(),
        request -> request.tags(tag("Job", "7"), tag("job", "8")));
  }

  @Test
  void permissionsAreTheTokensOwnAndThatOfItsTags() {
    assertEquals(
        List.of("sts:GetWebIdentityToken arn:aws:sts::111122223333:self"), permissions(request()));
    assertEquals(
        List.of(
            "sts:GetWebIdentityToken arn:aws:sts::111122223333:self",
            "sts:TagGetWebIdentityToken arn:aws:sts::111122223333:self"),
        permissions(request().tags(tag("job", "7"))));
  }

  private List<String> permissions(GetWebIdentityTokenRequest.Builder request) {
    return sts.bob().requires(request.build()).stream()
        .map(each -> each.action() + " " + each.resource())
        .toList();
  }

  /// AWS rule: IAM User Guide, "Controlling access with IAM policies".
  @Test
  void conditionsSeeWhatTheTokenIsToBe() {
    List<AccessRequest> required =
        sts.bob().requires(request().audience("a", "b").tags(tag("job", "7")).build());
    for (AccessRequest each : required) {
      assertEquals(
          Map.of(
              "sts:identitytokenaudience",
              List.of("a", "b"),
              "sts:durationseconds",
              List.of("300"),
              "sts:signingalgorithm",
              List.of("ES384"),
              "aws:requesttag/job",
              List.of("7"),
              "aws:tagkeys",
              List.of("job")),
          values(each));
    }
  }

  private static Map<String, List<String>> values(AccessRequest request) {
    return request.context().all().entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().toLowerCase(Locale.ROOT),
                entry -> List.copyOf(entry.getValue().all())));
  }

  private void assertRefused(
      String code, InMemoryIam caller, Consumer<GetWebIdentityTokenRequest.Builder> more) {
    assertEquals(code, caller.error(request().applyMutation(more).build()).code());
  }
}
