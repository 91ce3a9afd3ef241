package io.claviger.policy.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Abuse case 88: trust policies that any organization's tokens meet.
final class AbuseOfSharedIssuersTest {

  private static final String GITHUB = "token.actions.githubusercontent.com";
  private static final String SUBJECT = "'" + GITHUB + ":sub':";
  private static final String AUDIENCE = "'" + GITHUB + ":aud':'sts.amazonaws.com'";

  private static String provider(String url) {
    return "'Federated':'arn:aws:iam::111122223333:oidc-provider/" + url + "'";
  }

  private static ParsedPolicy trust(String principal, String action, String condition) {
    String text =
        "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Principal':{%s},%s,'Condition':{%s}}}"
            .formatted(principal, action, condition);
    return PolicyParser.parse(text.replace('\'', '"'), PolicyKind.TRUST);
  }

  private static ParsedPolicy trust(String url, String condition) {
    return trust(provider(url), "'Action':'sts:AssumeRoleWithWebIdentity'", condition);
  }

  private static List<String> ids(ParsedPolicy policy) {
    return policy.findings().stream()
        .map(Finding::id)
        .filter(id -> id.startsWith("OIDC_"))
        .toList();
  }

  private static void assertRefused(ParsedPolicy policy) {
    assertEquals(List.of("OIDC_TRUST_OF_ANY_TENANT"), ids(policy));
    assertTrue(policy.refusal().isPresent());
  }

  private static void assertSaved(ParsedPolicy policy, String... ids) {
    assertEquals(Optional.empty(), policy.refusal());
    assertEquals(List.of(ids), ids(policy));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'StringEquals':{" + AUDIENCE + "}",
        "'StringEquals':{" + SUBJECT + "[]}",
        "'StringEquals':{" + SUBJECT + "''}",
        "'StringLike':{" + SUBJECT + "'*'}",
        "'StringLike':{" + SUBJECT + "'?*'}",
        "'StringLike':{" + SUBJECT + "'repo:*'}",
        "'StringLike':{" + SUBJECT + "'rep*'}",
        "'StringLike':{" + SUBJECT + "'*:environment:production'}",
        "'StringLike':{" + SUBJECT + "'${" + GITHUB + ":sub}'}",
        "'StringLike':{" + SUBJECT + "['repo:acme/app:*','repo:*/app:*']}",
        "'StringNotEquals':{" + SUBJECT + "'repo:evil/app:*'}",
        "'StringNotLike':{" + SUBJECT + "'repo:evil/*'}",
        "'Null':{" + SUBJECT + "'false'}",
        "'StringEquals':{'" + GITHUB + ":actor':'ann'}",
        "'StringEquals':{'gitlab.com:sub':'project_path:acme/app:ref_type:branch:ref:main'}"
      })
  void Abuse_088_trustOfAnyTenantIsRefused(String condition) {
    assertRefused(trust(GITHUB, condition));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'StringEquals':{" + SUBJECT + "'repo:acme/app:ref:refs/heads/main'}",
        "'StringEqualsIgnoreCase':{" + SUBJECT + "'repo:Acme/app:pull_request'}",
        "'StringLike':{'TOKEN.actions.githubusercontent.com:SUB':'repo:acme/*'," + AUDIENCE + "}",
        "'StringLike':{" + SUBJECT + "['repo:acme/*','repo:emca/app:*']}",
        "'StringLike':{" + SUBJECT + "'repository_owner_id:7:*'}",
        "'StringLike':{" + SUBJECT + "'*'},'StringEquals':{" + SUBJECT + "'repo:acme/app'}",
        "'ForAnyValue:StringLike':{" + SUBJECT + "'repo:acme/*'}"
      })
  void Abuse_088_honestTwinIsSaved(String condition) {
    assertSaved(trust(GITHUB, condition));
  }

  @ParameterizedTest
  @ValueSource(strings = {"repo:acme*", "repo:acme?/app:*", "repo:ac*/app:*"})
  void Abuse_088_wildcardWithinTheTenantIsWarnedOf(String subject) {
    assertSaved(
        trust(GITHUB, "'StringLike':{" + SUBJECT + "'" + subject + "'}"),
        "OIDC_TRUST_OF_SEVERAL_TENANTS");
  }

  @ParameterizedTest
  @CsvSource({
    "vstoken.actions.githubusercontent.com, sub, repo:acme/app:ref:main",
    "oidc-configuration.audit-log.githubusercontent.com, sub, https://github.com/acme",
    "gitlab.com, sub, project_path:acme/*",
    "app.terraform.io, sub, organization:acme:*",
    "agent.buildkite.com, sub, organization:acme:*",
    "oidc.codefresh.io, sub, account:64884faac2751b77ca7ab324:*",
    "studio.datachain.ai/api, sub, credentials:acme/storage",
    "scalr.io, sub, account:acme:*",
    "tokens.cloud.shisho.dev, sub, job:acme:*",
    "proidc.upbound.io, sub, mcp:acme/*",
    "oidc.op1.openshiftapps.com/2f785sojlpb85i7402pk3qogugim5nfb, sub, system:acme",
    "rh-oidc.s3.us-east-1.amazonaws.com/24jrf12m5dj7ljlfb4ta2frhrcoadm26, sub, system:acme",
    "cognito-identity.amazonaws.com, aud, us-east-1:12345678-ffff-ffff-ffff-123456",
    "api.pulumi.com/oidc, aud, aws:acme",
    "sandboxes.cloud, aud, acme",
    "oidc.vercel.com, aud, https://vercel.com/acme"
  })
  void Abuse_088_everyIssuerThatAwsListsIsChecked(String url, String claim, String value) {
    String other = claim.equals("sub") ? "amr" : "sub";
    assertRefused(trust(url, "'StringEquals':{'%s:%s':'%s'}".formatted(url, other, value)));
    assertRefused(trust(url, "'StringLike':{'%s:%s':'*'}".formatted(url, claim)));
    assertSaved(trust(url, "'StringLike':{'%s:%s':'%s'}".formatted(url, claim, value)));
  }

  @ParameterizedTest
  @CsvSource({
    "gitlab.com:sub, project_path:*",
    "app.terraform.io:sub, organization:*",
    "agent.buildkite.com:sub, organization:*:pipeline:x",
    "oidc.vercel.com:aud, https://vercel.com/*"
  })
  void Abuse_088_whatAllTenantsHaveInCommonTellsNone(String key, String value) {
    String url = key.substring(0, key.lastIndexOf(':'));
    assertRefused(trust(url, "'StringLike':{'%s':'%s'}".formatted(key, value)));
  }

  @Test
  void Abuse_088_sessionNameTellsTheTenantOfSentinel() {
    String url = "sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d";
    assertRefused(trust(url, "'StringEquals':{'" + url + ":sub':'7'}"));
    assertSaved(trust(url, "'StringEquals':{'sts:RoleSessionName':'MicrosoftSentinel_7'}"));
  }

  @Test
  void Abuse_088_builtInIssuerIsCheckedByItsName() {
    String action = "'Action':'sts:AssumeRoleWithWebIdentity'";
    String cognito = "'Federated':'cognito-identity.amazonaws.com'";
    String amr = "'ForAnyValue:StringLike':{'cognito-identity.amazonaws.com:amr':'authenticated'}";
    assertRefused(trust(cognito, action, amr));
    assertSaved(
        trust(
            cognito,
            action,
            amr + ",'StringEquals':{'cognito-identity.amazonaws.com:aud':'us-east-1:7'}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'Action':'sts:*'",
        "'Action':['sts:TagSession','STS:assumerolewithWEBidentity']",
        "'Action':'sts:AssumeRoleWith*'",
        "'Action':'sts:*Identity'",
        "'NotAction':'sts:AssumeRole'"
      })
  void Abuse_088_actionIsFoundHoweverWritten(String action) {
    assertRefused(trust(provider(GITHUB), action, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'Action':'sts:AssumeRole'", "'Action':'sts:TagSession'", "'Action':'sts:Tag*'"})
  void statementForOtherActionsNeedsNoTenant(String action) {
    assertSaved(trust(provider(GITHUB), action, ""));
  }

  @Test
  void denialNeedsNoTenant() {
    String text =
        """
        {"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":{"Federated":\
        "arn:aws:iam::111122223333:oidc-provider/gitlab.com"},"Action":"sts:*"}}\
        """;
    assertSaved(PolicyParser.parse(text, PolicyKind.TRUST));
  }

  @Test
  void Abuse_088_everyStatementAndEveryProviderIsChecked() {
    String good = "'StringEquals':{" + SUBJECT + "'repo:acme/app'}";
    String both =
        "'Federated':['arn:aws:iam::111122223333:oidc-provider/%s','%s']"
            .formatted(GITHUB, "arn:aws:iam::111122223333:oidc-provider/gitlab.com");
    assertRefused(trust(both, "'Action':'sts:AssumeRoleWithWebIdentity'", good));
    assertSaved(
        trust(
            both,
            "'Action':'sts:AssumeRoleWithWebIdentity'",
            good + ",'StringLike':{'gitlab.com:sub':'project_path:acme/*'}"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "idp.example.com,",
        "idp.example.com,`'StringEquals':{'idp.example.com:aud':'us'}`",
        "idp.example.com,`'StringLike':{'idp.example.com:sub':'*'}`",
        "idp.example.com,`'StringEquals':{'gitlab.com:sub':'project_path:acme/app'}`",
        "gitlab.com/acme,`'StringEquals':{'gitlab.com:sub':'project_path:acme/app'}`"
      })
  void Abuse_088_otherIssuersAreWarnedOf(String url, String condition) {
    assertSaved(trust(url, condition == null ? "" : condition), "OIDC_TRUST_OF_ANY_SUBJECT");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "idp.example.com,`'StringEquals':{'idp.example.com:sub':'ann'}`",
        "idp.example.com/id/7,`'StringLike':{'idp.example.com/id/7:sub':'*:prod:*'}`",
        "idp.example.com,`'StringEquals':{'idp.example.com:email':'ann@example.com'}`"
      })
  void Abuse_088_otherIssuersWithASubjectAreNot(String url, String condition) {
    assertSaved(trust(url, condition));
  }

  @Test
  void Abuse_088_everyoneIsWarnedOfWhoTakesTokens() {
    String action = "'Action':'sts:AssumeRoleWithWebIdentity'";
    assertSaved(trust("'AWS':'*'", action, ""), "OIDC_TRUST_OF_ANY_SUBJECT");
    assertSaved(trust("'AWS':'*'", "'Action':'sts:AssumeRole'", ""));
    assertSaved(
        trust(
            "'AWS':'*'", action, "'StringEquals':{'aws:FederatedProvider':'accounts.google.com'}"));
  }

  @Test
  void googleIsToldByTheAudienceToo() {
    String action = "'Action':'sts:AssumeRoleWithWebIdentity'";
    String google = "'Federated':'accounts.google.com'";
    assertSaved(trust(google, action, ""), "OIDC_TRUST_OF_ANY_SUBJECT");
    assertSaved(trust(google, action, "'StringEquals':{'accounts.google.com:aud':'66677788'}"));
  }

  @Test
  void providersOfAssertionsAreNoIssuersOfTokens() {
    assertSaved(
        trust("'Federated':'arn:aws:iam::111122223333:saml-provider/x'", "'Action':'sts:*'", ""));
  }

  @Test
  void whatIsNoTrustPolicyIsNotChecked() {
    String text =
        """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":\
        "arn:aws:iam::111122223333:oidc-provider/gitlab.com"},"Action":"sts:*","Resource":"*"}}\
        """;
    assertSaved(PolicyParser.parse(text, PolicyKind.RESOURCE));
  }

  @Test
  void policyThatWasSavedBeforeStaysInForce() {
    assertTrue(trust(GITHUB, "").evaluable().isPresent());
  }
}
