package io.claviger.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.claviger.account.AuditEvent;
import io.claviger.wire.http.HttpRequest.Header;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens that the server issues, as services elsewhere see them: they know the issuer's URL and
/// nothing else.
class OutboundFederationTest {

  private final Site site = Site.start();

  @AfterEach
  void close() {
    site.close();
  }

  private String enable() {
    return site.iam(site.root, "EnableOutboundWebIdentityFederation")
        .requireSuccess()
        .value("IssuerIdentifier");
  }

  private void disable() {
    site.iam(site.root, "DisableOutboundWebIdentityFederation").requireSuccess();
  }

  private Answer ask(Signer signer, String algorithm) {
    return site.sts(
        signer, "GetWebIdentityToken", "Audience.member.1", "app", "SigningAlgorithm", algorithm);
  }

  private String token(Signer signer, String algorithm) {
    String token = ask(signer, algorithm).requireSuccess().value("WebIdentityToken");
    site.secret(token);
    return token;
  }

  private RawRequest at(String url) {
    URI uri = URI.create(url);
    return new RawRequest(
        "GET", uri.getRawPath(), "", List.of(new Header("Host", site.host())), "");
  }

  /// Verifies a token as a service elsewhere does: by a library, from the issuer's URL alone.
  private static JWTClaimsSet verify(String token, String issuer) throws Exception {
    String keys = (String) get(issuer + "/.well-known/openid-configuration").get("jwks_uri");
    JWKSource<SecurityContext> source =
        JWKSourceBuilder.<SecurityContext>create(URI.create(keys).toURL()).build();
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES384), source));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            "app", new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "iat", "jti")));
    return processor.process(token, null);
  }

  private static Map<String, Object> get(String url) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
      return JSONObjectUtils.parse(client.send(request, BodyHandlers.ofString()).body());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "ES384"})
  void libraryVerifiesTheTokenFromTheIssuersUrlAlone(String algorithm) throws Exception {
    String issuer = enable();
    Signer bob = site.user("bob", Policies.allow("sts:GetWebIdentityToken"));
    JWTClaimsSet claims = verify(token(bob, algorithm), issuer);
    assertEquals("arn:aws:iam::" + site.account + ":user/bob", claims.getSubject());
  }

  @Test
  void tokenOfAnotherAccountIsNotTheIssuers() throws Exception {
    String issuer = enable();
    Signer other = site.newAccount(site.unusedAccount());
    String otherIssuer =
        site.iam(other, "EnableOutboundWebIdentityFederation")
            .requireSuccess()
            .value("IssuerIdentifier");
    String token = token(other, "ES384");
    verify(token, otherIssuer);
    assertThrows(BadJOSEException.class, () -> verify(token, issuer));
  }

  /// AWS rule: IAM API Reference, "DisableOutboundWebIdentityFederation".
  @Test
  void tokensThatAreOutStayGoodWhenTheAccountStops() throws Exception {
    String issuer = enable();
    String token = token(site.root, "ES384");
    disable();
    verify(token, issuer);
    ask(site.root, "ES384").requireError(403, "OutboundWebIdentityFederationDisabledException");
    assertEquals(issuer, enable());
    verify(token, issuer);
  }

  @Test
  void tokensThatAreOutStayGoodWhenKeysAreRotated() throws Exception {
    String issuer = enable();
    String before = token(site.root, "RS256");
    assertEquals(List.of("RSA_1", "EC384_1"), site.rotateSigningKeys());
    verify(before, issuer);
    verify(token(site.root, "RS256"), issuer);
  }

  @Test
  void roleSessionGetsTokensNoLongerThanItself() {
    enable();
    String role =
        site.role(
            "Worker",
            "arn:aws:iam::" + site.account + ":root",
            Policies.allow("sts:GetWebIdentityToken"));
    Signer bob = site.user("bob", Policies.allow("sts:AssumeRole"));
    Signer session =
        site.sts(
                bob,
                "AssumeRole",
                "RoleArn",
                role,
                "RoleSessionName",
                "work",
                "DurationSeconds",
                "900")
            .credentials();
    token(session, "ES384");
    site.sts(
            session,
            "GetWebIdentityToken",
            "Audience.member.1",
            "app",
            "SigningAlgorithm",
            "ES384",
            "DurationSeconds",
            "3600")
        .requireError(403, "SessionDurationEscalationException");
  }

  @Test
  void callIsAuditedWithoutItsToken() {
    enable();
    AuditEvent event = site.event(ask(site.root, "ES384").requireSuccess());
    assertTrue(String.valueOf(event.responseElements()).contains("HIDDEN"), event::toString);
    assertTrue(String.valueOf(event.requestParameters()).contains("\"app\""), event::toString);
  }

  @Test
  void documentsMayBeCached() {
    Answer keys = site.send(at(enable() + "/.well-known/jwks.json")).requireSuccess();
    assertTrue(keys.head().contains("Cache-Control: public, max-age=300"), keys::head);
    assertTrue(keys.head().contains("Content-Type: application/json"), keys::head);
    assertFalse(keys.body().contains("\"d\""), keys::body);
  }

  /// Who does not know an issuer's id cannot tell whether an account has one.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/issuer/%s/.well-known/jwks.json",
        "/issuer/%s/.well-known/openid-configuration",
        "/issuer/00000000-0000-4000-8000-000000000000/.well-known/jwks.json",
        "/issuer/../%s/.well-known/jwks.json",
        "/issuer/%s",
        "/issuer/"
      })
  void nothingIsFoundByTheAccount(String path) {
    enable();
    Answer answer = site.send(at(site.server.endpoint() + path.formatted(site.account)));
    assertEquals("404 There is nothing here.\n", answer.status() + " " + answer.body());
  }

  @ParameterizedTest
  @CsvSource({"POST", "PUT", "DELETE", "OPTIONS"})
  void documentsAreOnlyRead(String method) {
    String url = enable() + "/.well-known/jwks.json";
    assertEquals(405, site.send(at(url).withMethod(method)).status());
  }

  /// Rule: RFC 9110, section 9.1: "All general-purpose servers MUST support the methods GET and
  /// HEAD." What watches whether an issuer is there asks with HEAD.
  @ParameterizedTest
  @CsvSource({"jwks.json, 200", "openid-configuration, 200", "nothing.json, 404"})
  void headIsAnsweredAsGetWithoutTheBody(String document, int status) {
    String url = enable() + "/.well-known/" + document;
    Answer answer = site.send(at(url).withMethod("HEAD"));
    assertEquals(status, answer.status());
    assertEquals("", answer.body());
    assertEquals(status, site.send(at(url)).status());
  }

  /// AWS rule: IAM User Guide, "Getting started with outbound identity federation": these tokens
  /// "cannot be used for OpenID Connect (OIDC) federation into AWS". Their honest twins, those of
  /// other issuers, are in [WebIdentityTest].
  @Test
  void tokenOfThisServerBuysNoSession() {
    String issuer = enable();
    String host = issuer.substring(issuer.indexOf("://") + 3);
    String provider = "arn:aws:iam::" + site.account + ":oidc-provider/" + host;
    site.iam(
            site.root,
            "CreateOpenIDConnectProvider",
            "Url",
            "https://" + host,
            "ClientIDList.member.1",
            "app",
            "ThumbprintList.member.1",
            "0".repeat(40))
        .requireSuccess();
    String role =
        site.iam(
                site.root,
                "CreateRole",
                "RoleName",
                "Web",
                "AssumeRolePolicyDocument",
                Policies.of(
                    """
                    {"Effect":"Allow","Principal":{"Federated":"%s"},\
                    "Action":"sts:AssumeRoleWithWebIdentity",\
                    "Condition":{"StringEquals":{"%s:aud":"app"}}}\
                    """
                        .formatted(provider, host)))
            .requireSuccess()
            .value("Arn");
    Answer answer =
        site.send(
            site.post(
                Site.form(
                    Site.STS,
                    "AssumeRoleWithWebIdentity",
                    "RoleArn",
                    role,
                    "RoleSessionName",
                    "work",
                    "WebIdentityToken",
                    token(site.root, "ES384"))));
    answer.requireError(400, "InvalidIdentityToken");
    assertTrue(answer.body().contains("GetWebIdentityToken"), answer::body);
  }

  /// Abuse: a forged `Host` header makes the issuer somebody else's.
  @Test
  void Abuse_021_issuerIsNotOfTheHostHeader() {
    String issuer = enable();
    assertTrue(issuer.startsWith(site.server.endpoint() + "/issuer/"), issuer);
    RawRequest info =
        site.signed(
            site.root, Site.IAM, Site.form(Site.IAM, "GetOutboundWebIdentityFederationInfo"));
    assertEquals(issuer, site.send(info).requireSuccess().value("IssuerIdentifier"));
    RawRequest keys = at(issuer + "/.well-known/openid-configuration");
    Answer forged = site.send(keys.with("Host", "10.1.2.3"));
    assertTrue(forged.requireSuccess().body().contains(issuer), forged::body);
    assertEquals(421, site.send(keys.with("Host", "evil.example.com")).status());
  }
}
