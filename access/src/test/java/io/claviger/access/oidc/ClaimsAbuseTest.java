package io.claviger.access.oidc;

import static io.claviger.access.oidc.OidcFixture.NOW;
import static io.claviger.access.oidc.OidcFixture.URL;
import static io.claviger.access.oidc.OidcFixture.account;
import static io.claviger.access.oidc.OidcFixture.claims;
import static io.claviger.access.oidc.OidcFixture.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.claviger.account.Account;
import io.claviger.base.AccountId;
import io.claviger.wire.ServiceError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Good signatures over claims that are not good. The honest twin has good claims.
class ClaimsAbuseTest {

  private static final long SECOND = NOW.getEpochSecond();

  private final OidcFixture oidc = new OidcFixture();

  private void refuses(String message, String... more) {
    oidc.refuses("InvalidIdentityToken", message, oidc.issuer.token(claims(more)));
    assertEquals("ann", oidc.verifyClaims().subject());
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "sub", "aud", "exp", "iat"})
  void Abuse_087_missingClaimIsRefused(String name) {
    refuses("Missing a required claim: " + name, "\"" + name + "\":");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://idp.example.com/tenant/",
        "https://idp.example.com/Tenant",
        "https://IDP.example.com/tenant",
        "https://idp.example.com:443/tenant",
        "https://idp.example.com",
        "http://idp.example.com/tenant",
        "idp.example.com/tenant",
        "https://evil.example.com"
      })
  void Abuse_087_issuerIsComparedExactly(String issuer) {
    refuses(
        "No OpenIDConnect provider found in your account for " + issuer,
        "\"iss\":\"" + issuer + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"aud\":\"US\"",
        "\"aud\":[\"you\"]",
        "\"azp\":\"you\"",
        "\"azp\":\"\"",
        "\"aud\":\"\""
      })
  void Abuse_087_foreignAudienceIsRefused(String claim) {
    refuses("Incorrect token audience", claim);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exp | \"1893456000\"",
        "exp | 1893456000.5",
        "exp | 1e99",
        "exp | 99999999999999999999999",
        "exp | -1",
        "exp | null",
        "exp | [1893456000]",
        "iat | \"1767268800\"",
        "nbf | \"0\"",
        "aud | 7",
        "aud | [7]",
        "azp | [\"us\"]",
        "iss | 7"
      })
  void Abuse_087_claimOfAnotherTypeIsRefused(String name, String value) {
    String message =
        value.equals("null")
            ? "Missing a required claim: exp"
            : "Invalid value of the claim: " + name;
    refuses(message, "\"" + name + "\":" + value);
  }

  @Test
  void Abuse_087_tokenIsGoodOnlyInItsTime() {
    String expired =
        "Token expired: current date/time "
            + SECOND
            + " must be before the expiration date/time "
            + SECOND;
    oidc.refuses("ExpiredTokenException", expired, oidc.issuer.token(claims("\"exp\":" + SECOND)));
    assertEquals("ann", oidc.verifyClaims("\"exp\":" + (SECOND + 1)).subject());
    String early = "The web identity token that was passed is not valid yet.";
    refuses(early, "\"nbf\":" + (SECOND + 61));
    refuses(early, "\"iat\":" + (SECOND + 61));
    refuses(early, "\"iat\":" + (SECOND + 1_000_000_000));
    assertEquals("ann", oidc.verifyClaims("\"nbf\":" + (SECOND + 60)).subject());
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "an?", "${aws:username}", "a\\nb", "repo:org/*:ref", "ann "})
  void Abuse_089_subjectIsTakenAsItIs(String subject) {
    String plain = subject.replace("\\n", "\n");
    var identity = oidc.verifyClaims("\"sub\":\"" + subject + "\"");
    assertEquals(plain, identity.subject());
    assertEquals(plain, key(identity, "idp.example.com/tenant:sub"));
  }

  @Test
  void Abuse_089_longSubjectIsTakenWhole() {
    String subject = "s".repeat(255);
    assertEquals(subject, oidc.verifyClaims("\"sub\":\"" + subject + "\"").subject());
    refuses("Invalid value of the claim: sub", "\"sub\":\"" + subject + "s\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"ann\"]", "7", "{\"a\":1}", "true"})
  void Abuse_089_subjectThatIsNoTextIsRefused(String subject) {
    refuses("Invalid value of the claim: sub", "\"sub\":" + subject);
  }

  @Test
  void Abuse_092_providerOfAnotherAccountDoesNotCount() {
    String token = oidc.issuer.token(claims());
    Account other = Account.empty(new AccountId("444455556666"));
    Account deleted = Account.empty(OidcFixture.ACCOUNT);
    for (Account account : new Account[] {other, deleted}) {
      ServiceError error =
          assertThrows(ServiceError.class, () -> oidc.tokens.verify(token, account, NOW));
      assertEquals("No OpenIDConnect provider found in your account for " + URL, error.message());
    }
    assertEquals(0, oidc.internet.asked());
    assertEquals("ann", oidc.tokens.verify(token, account(URL), NOW).subject());
  }
}
