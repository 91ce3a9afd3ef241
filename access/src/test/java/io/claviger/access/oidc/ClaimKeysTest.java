package io.claviger.access.oidc;

import static io.claviger.access.oidc.OidcFixture.NOW;
import static io.claviger.access.oidc.OidcFixture.RSA;
import static io.claviger.access.oidc.OidcFixture.account;
import static io.claviger.access.oidc.OidcFixture.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.access.federation.FederatedIdentity;
import io.claviger.account.Account;
import io.claviger.policy.decide.RequestContext;
import io.claviger.testkit.TestIssuer;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which condition keys tokens give, of issuers that AWS knows and of others.
class ClaimKeysTest {

  private final OidcFixture oidc = new OidcFixture();

  private FederatedIdentity verify(String url, Account account, String... more) {
    TestIssuer issuer = new TestIssuer(url, RSA);
    oidc.internet.publish(issuer);
    return oidc.tokens.verify(issuer.token(OidcFixture.claimsOf(url, more)), account, NOW);
  }

  @Test
  void identityIsNamedAsPoliciesAndTheTrailNameIt() {
    FederatedIdentity identity = oidc.verifyClaims();
    assertEquals(OidcFixture.PROVIDER, identity.provider());
    assertEquals(OidcFixture.PROVIDER + ":us:ann", identity.principalId());
    assertEquals("us", identity.audience());
    assertEquals(FederatedIdentity.Kind.WEB_IDENTITY, identity.kind());
  }

  @Test
  void issuerThatAwsDoesNotKnowGivesFiveKeys() {
    FederatedIdentity identity =
        oidc.verifyClaims(
            "\"email\":\"ann@example.com\"",
            "\"amr\":[\"pwd\",\"otp\"]",
            "\"groups\":[\"admins\"]",
            "\"actor\":\"ann\"");
    String prefix = "idp.example.com/tenant:";
    assertEquals(
        Set.of(prefix + "aud", prefix + "sub", prefix + "oaud", prefix + "amr", prefix + "email"),
        identity.keys().all().keySet());
    assertEquals("[pwd, otp]", key(identity, prefix + "amr"));
    assertEquals("ann@example.com", key(identity, prefix + "email"));
  }

  @Test
  void audienceIsWhomTheTokenWasIssuedTo() {
    FederatedIdentity identity = oidc.verifyClaims("\"aud\":\"elsewhere\"", "\"azp\":\"them\"");
    assertEquals("them", identity.audience());
    assertEquals("them", key(identity, "idp.example.com/tenant:aud"));
    assertEquals("elsewhere", key(identity, "idp.example.com/tenant:oaud"));
  }

  @Test
  void oneAudienceOfSeveralIsEnough() {
    FederatedIdentity identity = oidc.verifyClaims("\"aud\":[\"elsewhere\",\"them\"]");
    assertEquals("them", identity.audience());
    assertEquals(
        new RequestContext.Value.Multi(java.util.List.of("elsewhere", "them")),
        identity.keys().get("idp.example.com/tenant:oaud"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://token.actions.githubusercontent.com, repository, org/app",
    "https://token.actions.githubusercontent.com, job_workflow_ref, org/app/.github/x@main",
    "https://token.actions.githubusercontent.com/octo, actor, ann",
    "https://token.actions.octo.ghe.com, ref, refs/heads/main",
    "https://gitlab.com, project_id, 22",
    "https://agent.buildkite.com, pipeline_slug, app",
    "https://agent.octo.buildkite.dev, build_branch, main",
    "https://oidc.circleci.com/org/1-2, oidc.circleci.com/project-id, 3-4"
  })
  void issuerThatAwsKnowsGivesItsOwnKeysToo(String url, String claim, String value) {
    FederatedIdentity identity =
        verify(url, account(url), "\"" + claim + "\":\"" + value + "\"", "\"other\":\"x\"");
    String issuer = url.substring("https://".length());
    assertEquals(value, key(identity, issuer + ':' + claim));
    assertEquals("none", key(identity, issuer + ":other"));
  }

  @Test
  void numbersAndTruthAreComparedAsText() {
    String url = "https://gitlab.com";
    FederatedIdentity identity =
        verify(url, account(url), "\"project_id\":22", "\"ref_protected\":true", "\"user_id\":[1]");
    assertEquals("22", key(identity, "gitlab.com:project_id"));
    assertEquals("true", key(identity, "gitlab.com:ref_protected"));
    assertEquals("none", key(identity, "gitlab.com:user_id"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://token.actions.githubusercontent.com.evil.example, actor",
    "https://token.actions.githubusercontent.com/a/b, actor",
    "https://agent.a/b.buildkite.dev, build_branch"
  })
  void issuerThatLooksLikeOneThatAwsKnowsIsNone(String url, String claim) {
    FederatedIdentity identity = verify(url, account(url), "\"" + claim + "\":\"x\"");
    assertEquals("none", key(identity, url.substring("https://".length()) + ':' + claim));
  }

  @ParameterizedTest
  @CsvSource({
    "https://accounts.google.com, https://accounts.google.com, accounts.google.com",
    "https://accounts.google.com, accounts.google.com, accounts.google.com",
    "https://cognito-identity.amazonaws.com, https://cognito-identity.amazonaws.com, "
        + "cognito-identity.amazonaws.com"
  })
  void someIssuersNeedNoProvider(String url, String name, String principal) {
    FederatedIdentity identity =
        verify(
            url,
            Account.empty(OidcFixture.ACCOUNT),
            "\"iss\":\"" + name + "\"",
            "\"aud\":\"any\"",
            "\"google\":{\"organization_number\":7}");
    assertEquals(principal, identity.provider());
    assertEquals("any", key(identity, principal + ":aud"));
    assertEquals(
        principal.contains("google") ? "7" : "none",
        key(identity, principal + ":google/organization_number"));
  }

  @Test
  void providerOfTheAccountGoesBeforeOneThatAwsKnows() {
    String url = "https://accounts.google.com";
    assertEquals(
        "arn:aws:iam::111122223333:oidc-provider/accounts.google.com",
        verify(url, account(url)).provider());
  }
}
