package io.claviger.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.AuditEvent;
import io.claviger.testkit.TestAssertion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `AssumeRoleWithSAML` from outside, with assertions that a provider has really signed.
class SamlCallTest {

  private static final String NOT_AUTHORIZED = "Not authorized to perform sts:AssumeRoleWithSAML";
  private static final String WRONG_ROLE =
      "SAML Assertion doesn't contain the requested Role and Metadata in the attributes";

  private final Site site = Site.start();
  private final SamlSite idp = new SamlSite(site);

  @AfterEach
  void close() {
    site.close();
  }

  private static void assertRefused(int status, String code, String message, Answer answer) {
    assertEquals(
        List.of(Integer.toString(status), code, message),
        List.of(
            Integer.toString(answer.status()),
            answer.code(),
            answer.value("Message").replace("&apos;", "'").replace("&#39;", "'")));
  }

  private Duration lasts(Answer answer) {
    return Duration.between(
        site.clock.instant(), Instant.parse(answer.requireSuccess().value("Expiration")));
  }

  private Answer identity(Signer signer) {
    return site.sts(signer, "GetCallerIdentity").requireSuccess();
  }

  @Test
  void assertionIsGoodForASession() {
    String role = idp.role("Dev");
    Answer answer = idp.assume(role, idp.bob(role).aws("SourceIdentity", "bob")).requireSuccess();
    assertEquals("bob", answer.value("Subject"));
    assertEquals("persistent", answer.value("SubjectType"));
    assertEquals(SamlSite.ISSUER, answer.value("Issuer"));
    assertEquals(TestAssertion.SIGN_IN, answer.value("Audience"));
    assertEquals("bob", answer.value("SourceIdentity"));
    assertEquals(28, answer.value("NameQualifier").length());
    assertEquals(List.of(), answer.values("PackedPolicySize"));
    assertEquals(Duration.ofHours(1), lasts(answer));
    String session = "arn:aws:sts::" + site.account + ":assumed-role/Dev/bob@example.com";
    assertEquals(session, answer.value("Arn"));
    assertEquals(session, identity(answer.credentials()).value("Arn"));
  }

  @Test
  void sessionIsAuditedAsTheProvidersUser() {
    String role = idp.role("Dev");
    Answer answer = idp.assume(role, idp.bob(role));
    AuditEvent event =
        site.events().stream()
            .filter(e -> e.eventName().equals("AssumeRoleWithSAML"))
            .findFirst()
            .orElseThrow();
    assertEquals(site.account, event.account());
    assertEquals(
        "{\"type\":\"SAMLUser\",\"principalId\":\""
            + answer.value("NameQualifier")
            + ":bob\",\"userName\":\"bob\",\"identityProvider\":\""
            + idp.provider
            + "\"}",
        event.identity());
    String kept = event.requestParameters() + event.responseElements();
    assertFalse(kept.contains(idp.signed(idp.bob(role)).substring(0, 60)), kept);
    assertTrue(kept.contains(answer.value("AccessKeyId")), kept);
  }

  @Test
  void trustPolicySeesWhatWasAsserted() {
    String condition =
        "\"StringEquals\":{\"saml:sub\":\"bob\",\"saml:sub_type\":\"persistent\",\"saml:iss\":\""
            + SamlSite.ISSUER
            + "\",\"saml:doc\":\""
            + site.account
            + "/corp\",\"sts:RoleSessionName\":\"bob@example.com\"},"
            + "\"Null\":{\"aws:FederatedProvider\":\"true\"},"
            + "\"ForAnyValue:StringLike\":{\"saml:edupersonaffiliation\":\"sta*\"}";
    String role = idp.role("Dev", "\"sts:AssumeRoleWithSAML\"", condition);
    String attribute = "urn:oid:1.3.6.1.4.1.5923.1.1.1.1";
    idp.assume(role, idp.bob(role).attribute(attribute, "member", "staff")).requireSuccess();
    assertRefused(
        403,
        "AccessDenied",
        NOT_AUTHORIZED,
        idp.assume(role, idp.bob(role).id("_a2").attribute(attribute, "member")));
    assertRefused(
        403,
        "AccessDenied",
        NOT_AUTHORIZED,
        idp.assume(role, idp.bob(role).id("_a3").attribute(attribute, "staff").nameId("eve")));
  }

  @Test
  void roleThatIsMissingAnswersAsOneThatDoesNotTrust() {
    String wary = idp.role("Wary", "\"sts:AssumeRole\"", "");
    assertRefused(403, "AccessDenied", NOT_AUTHORIZED, idp.assume(wary, idp.bob(wary)));
    String missing = wary + "s";
    assertRefused(403, "AccessDenied", NOT_AUTHORIZED, idp.assume(missing, idp.bob(missing)));
  }

  @Test
  void Abuse_080_assertionIsGoodOnceForEachRole() {
    String role = idp.role("Dev");
    String other = idp.role("Ops");
    String response = idp.signed(idp.bob(role, other));
    idp.assume(role, idp.provider, response).requireSuccess();
    assertRefused(
        400,
        "InvalidIdentityToken",
        "Assertion has already been used for the requested Role",
        idp.assume(role, idp.provider, response));
    idp.assume(other, idp.provider, response).requireSuccess();
    idp.assume(role, idp.bob(role).id("_a2")).requireSuccess();
  }

  @Test
  void Abuse_080_refusedCallHasNotUsedTheAssertion() {
    String role = idp.role("Dev");
    String response = idp.signed(idp.bob(role));
    assertEquals(
        "ValidationError",
        idp.assume(role, idp.provider, response, "DurationSeconds", "43200").code());
    idp.assume(role, idp.provider, response).requireSuccess();
  }

  @Test
  void Abuse_080_markOutlivesTheAssertion() {
    String role = idp.role("Dev");
    String response = idp.signed(idp.bob(role));
    idp.assume(role, idp.provider, response).requireSuccess();
    site.clock.advance(Duration.ofMinutes(5));
    assertEquals("InvalidIdentityToken", idp.assume(role, idp.provider, response).code());
    site.clock.advance(Duration.ofSeconds(1));
    assertRefused(
        400,
        "ExpiredTokenException",
        "Token must be redeemed within 5 minutes of issuance",
        idp.assume(role, idp.provider, response));
  }

  /// The reply goes to whoever asked, at no address that the response names: there is no relay
  /// state, and a recipient elsewhere is refused.
  @Test
  void Abuse_083_assertionForAnotherAddressIsRefused() {
    String role = idp.role("Dev");
    for (String address : List.of("javascript:alert(1)", "https://evil.example.com/saml")) {
      assertEquals("InvalidIdentityToken", idp.assume(role, idp.bob(role).address(address)).code());
    }
    Answer answer =
        idp.assume(role, idp.provider, idp.signed(idp.bob(role)), "RelayState", "//evil.com");
    assertFalse(answer.requireSuccess().body().contains("evil.com"));
  }

  @Test
  void Abuse_084_onlyTheRolesOfTheAssertionAreGiven() {
    String role = idp.role("Dev");
    String other = idp.role("Ops");
    assertRefused(400, "InvalidIdentityToken", WRONG_ROLE, idp.assume(other, idp.bob(role)));
    assertRefused(400, "InvalidIdentityToken", WRONG_ROLE, idp.assume(role, idp.bob()));
    assertRefused(
        400,
        "InvalidIdentityToken",
        WRONG_ROLE,
        idp.assume(role, idp.bob().aws("Role", role + "," + idp.provider + "2")));
    idp.assume(role, idp.bob().aws("Role", idp.provider + "," + role)).requireSuccess();
  }

  @Test
  void Abuse_084_providerOfAnotherAccountIsRefused() {
    var account = site.unusedAccount();
    SamlSite foreign = new SamlSite(site, account, site.newAccount(account));
    String role = idp.role("Dev");
    assertRefused(
        400,
        "InvalidIdentityToken",
        "Specified provider doesn't exist",
        idp.assume(role, foreign.provider, foreign.signed(foreign.bob(role))));
    assertRefused(
        400,
        "InvalidIdentityToken",
        "Response signature invalid",
        idp.assume(role, idp.provider, foreign.signed(idp.bob(role))));
    String theirs = foreign.role("Dev");
    assertEquals(
        "InvalidIdentityToken",
        idp.assume(theirs, idp.provider, idp.signed(idp.bob(theirs))).code());
    foreign.assume(theirs, foreign.bob(theirs)).requireSuccess();
  }

  @Test
  void Abuse_084_deletedProviderIsRefusedAndItsNamesakeIsAnother() {
    String role = idp.role("Dev");
    idp.assume(role, idp.bob(role)).requireSuccess();
    site.iam(site.root, "DeleteSAMLProvider", "SAMLProviderArn", idp.provider).requireSuccess();
    assertRefused(
        400,
        "InvalidIdentityToken",
        "Specified provider doesn't exist",
        idp.assume(role, idp.bob(role).id("_a2")));
    SamlSite namesake = new SamlSite(site);
    assertEquals("InvalidIdentityToken", idp.assume(role, idp.bob(role).id("_a3")).code());
    namesake.assume(role, namesake.bob(role).id("_a4")).requireSuccess();
  }

  @Test
  void Abuse_058_subjectIsNobodyElse() {
    site.user("bob", Policies.allow("iam:ListUsers", "*"));
    String role = idp.role("Dev");
    int next = 0;
    for (String name : List.of("root", "bob", site.account.digits(), "*", "a/b", "a:b")) {
      Answer answer =
          idp.assume(role, idp.bob(role).id("_n" + next++).nameId(name)).requireSuccess();
      assertEquals(name, answer.value("Subject"));
      Signer session = answer.credentials();
      assertTrue(identity(session).value("Arn").contains(":assumed-role/Dev/"));
      assertEquals("AccessDenied", site.iam(session, "ListUsers").code());
    }
    assertEquals(200, site.iam(site.newKey("bob"), "ListUsers").status());
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 3600",
    "900, '', 900",
    "7200, '', 7200",
    "'', 1800, 1800",
    "'', 43200, 3600",
    "7200, 1800, 1800",
    "1200, 1800, 1200"
  })
  void sessionIsAsLongAsTheShorterSays(String asked, String asserted, long seconds) {
    String role = idp.role("Dev");
    site.iam(site.root, "UpdateRole", "RoleName", "Dev", "MaxSessionDuration", "7200")
        .requireSuccess();
    TestAssertion bob = idp.bob(role);
    if (!asserted.isEmpty()) {
      bob.aws("SessionDuration", asserted);
    }
    Answer answer =
        asked.isEmpty() ? idp.assume(role, bob) : idp.assume(role, bob, "DurationSeconds", asked);
    assertEquals(Duration.ofSeconds(seconds), lasts(answer));
  }

  @Test
  void roleLimitsTheSession() {
    String role = idp.role("Dev");
    assertRefused(
        400,
        "ValidationError",
        "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
        idp.assume(role, idp.bob(role), "DurationSeconds", "3601"));
    assertEquals(
        "ValidationError", idp.assume(role, idp.bob(role), "DurationSeconds", "899").code());
  }

  @Test
  void tagsAndSourceIdentityNeedTheirPermissions() {
    String role = idp.role("Dev", "\"sts:AssumeRoleWithSAML\"", "");
    assertRefused(
        403,
        "AccessDenied",
        "Not authorized to perform sts:TagSession",
        idp.assume(role, idp.bob(role).aws("PrincipalTag:team", "red")));
    assertRefused(
        403,
        "AccessDenied",
        "Not authorized to perform sts:SetSourceIdentity",
        idp.assume(role, idp.bob(role).aws("SourceIdentity", "bob")));
    idp.assume(role, idp.bob(role)).requireSuccess();
  }

  @Test
  void tagsOfTheAssertionAreTheSessionsAndGoOn() {
    String role = idp.role("Dev");
    site.iam(
            site.root,
            "PutRolePolicy",
            "RoleName",
            "Dev",
            "PolicyName",
            "p",
            "PolicyDocument",
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":"
                + "\"iam:ListUsers\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":"
                + "{\"aws:PrincipalTag/team\":\"red\",\"aws:SourceIdentity\":\"bob\"}}},"
                + "{\"Effect\":\"Allow\",\"Action\":\"sts:*\",\"Resource\":\"*\"}]}")
        .requireSuccess();
    Signer session =
        idp.assume(
                role,
                idp.bob(role)
                    .aws("PrincipalTag:team", "red")
                    .aws("TransitiveTagKeys", "team")
                    .aws("SourceIdentity", "bob"))
            .credentials();
    assertEquals(200, site.iam(session, "ListUsers").status());
    String next = site.role("Next", site.account.digits());
    Answer chained = site.sts(session, "AssumeRole", "RoleArn", next, "RoleSessionName", "n2");
    assertEquals("bob", chained.requireSuccess().value("SourceIdentity"));
    assertEquals(
        "InvalidParameterValue",
        site.sts(
                session,
                "AssumeRole",
                "RoleArn",
                next,
                "RoleSessionName",
                "n2",
                "Tags.member.1.Key",
                "TEAM",
                "Tags.member.1.Value",
                "blue")
            .code());
    assertRefused(
        400,
        "ValidationError",
        "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role"
            + " chaining.",
        site.sts(
            session,
            "AssumeRole",
            "RoleArn",
            next,
            "RoleSessionName",
            "n2",
            "DurationSeconds",
            "3601"));
  }

  @Test
  void sessionPoliciesLimitAndAreMeasured() {
    String role = idp.role("Dev");
    String policy =
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"*\","
            + "\"Resource\":\"*\"}]}";
    Answer answer = idp.assume(role, idp.bob(role), "Policy", policy).requireSuccess();
    assertTrue(Integer.parseInt(answer.value("PackedPolicySize")) > 0);
    assertEquals(
        "MalformedPolicyDocument",
        idp.assume(role, idp.bob(role).id("_a2"), "Policy", "{}").code());
    TestAssertion many = idp.bob(role).id("_a3");
    for (int i = 0; i < 50; i++) {
      many.aws("PrincipalTag:" + "%032x".formatted(i * 7919L * 104729L), noise(i));
    }
    Answer tooLarge = idp.assume(role, many);
    assertEquals("PackedPolicyTooLarge", tooLarge.code());
    assertTrue(
        tooLarge.value("Message").startsWith("Packed size of session tags consumes "),
        tooLarge::body);
  }

  /// What doesn't pack well.
  private static String noise(int seed) {
    StringBuilder text = new StringBuilder();
    new Random(seed)
        .ints(256, 0, 64)
        .forEach(i ->
            text.append(
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-".charAt(i)));
    return text.toString();
  }

  @Test
  void Abuse_065_tagKeysThatDifferInCaseAreRefused() {
    String role = idp.role("Dev");
    assertRefused(
        400,
        "InvalidParameterValue",
        "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
        idp.assume(
            role, idp.bob(role).aws("PrincipalTag:team", "a").aws("PrincipalTag:Team", "b")));
    idp.assume(role, idp.bob(role).aws("PrincipalTag:team", "a")).requireSuccess();
  }
}
