package io.claviger.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.AuditEvent;
import io.claviger.testkit.LoopbackIssuer;
import io.claviger.wire.query.ApiModel;
import io.claviger.wire.query.OperationModel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tokens of an issuer on the same machine, over TLS, as a client sends them: without a signature.
class WebIdentityTest {

  private static final String OPERATION = "AssumeRoleWithWebIdentity";
  private static final Set<String> UNSIGNED = Set.of(OPERATION, "AssumeRoleWithSAML");

  private final TestClock clock = new TestClock();
  private final Site site =
      Site.start(clock, IdentityProviderNetworks.with(List.of("127.0.0.0/8", "::1/128")).fetcher());
  private final LoopbackIssuer idp = new LoopbackIssuer("localhost");

  @BeforeEach
  void trustIssuer() {
    addProvider(site, idp.certificate().thumbprint());
  }

  @AfterEach
  void close() {
    idp.close();
    site.close();
  }

  private void addProvider(Site at, String thumbprint) {
    at.iam(
            at.root,
            "CreateOpenIDConnectProvider",
            "Url",
            idp.issuer().url(),
            "ClientIDList.member.1",
            "sts.amazonaws.com",
            "ThumbprintList.member.1",
            thumbprint)
        .requireSuccess();
  }

  private String host() {
    return idp.issuer().url().substring("https://".length());
  }

  private String provider(Site at) {
    return "arn:aws:iam::" + at.account + ":oidc-provider/" + host();
  }

  /// Makes a role that trusts the issuer with a subject, and may list users; its ARN.
  private String role(Site at, String subject) {
    String trust =
        Policies.of(
            """
            {"Effect":"Allow","Principal":{"Federated":"%s"},\
            "Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringLike":{"%s:sub":"%s"}}}\
            """
                .formatted(provider(at), host(), subject));
    String arn =
        at.iam(at.root, "CreateRole", "RoleName", "Web", "AssumeRolePolicyDocument", trust)
            .requireSuccess()
            .value("Arn");
    at.iam(
            at.root,
            "PutRolePolicy",
            "RoleName",
            "Web",
            "PolicyName",
            "p",
            "PolicyDocument",
            Policies.of(Policies.allow("iam:ListUsers")))
        .requireSuccess();
    return arn;
  }

  /// @param audience in JSON
  private String token(String subject, String audience) {
    long now = clock.instant().getEpochSecond();
    String token =
        idp.issuer()
            .token(
                "{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":%s,\"iat\":%d,\"exp\":%d}"
                    .formatted(idp.issuer().url(), subject, audience, now, now + 300));
    site.secret(token);
    return token;
  }

  private String token(String subject) {
    return token(subject, "\"sts.amazonaws.com\"");
  }

  private static Answer call(Site at, String role, String token) {
    return at.send(
        at.post(
            Site.form(
                Site.STS,
                OPERATION,
                "RoleArn",
                role,
                "RoleSessionName",
                "work",
                "WebIdentityToken",
                token)));
  }

  @ParameterizedTest
  @CsvSource({
    "repo:org/app:*, repo:org/app:ref:refs/heads/main, \"sts.amazonaws.com\"",
    "system:serviceaccount:default:app, system:serviceaccount:default:app, "
        + "[\"sts.amazonaws.com\"]"
  })
  void tokenBuysASessionThatWorks(String trusted, String subject, String audience) {
    Answer answer = call(site, role(site, trusted), token(subject, audience)).requireSuccess();
    assertEquals(subject, answer.value("SubjectFromWebIdentityToken"));
    assertEquals("sts.amazonaws.com", answer.value("Audience"));
    assertEquals(provider(site), answer.value("Provider"));
    Signer session =
        new Signer(
            answer.value("AccessKeyId"),
            answer.value("SecretAccessKey"),
            answer.value("SessionToken"));
    assertEquals(
        "arn:aws:sts::" + site.account + ":assumed-role/Web/work",
        site.sts(session, "GetCallerIdentity").requireSuccess().value("Arn"));
    site.iam(session, "ListUsers").requireSuccess();
    site.iam(session, "ListRoles").requireError(403, "AccessDenied");
    AuditEvent event = site.event(answer);
    assertEquals(site.account, event.account());
    assertTrue(event.identity().contains("\"type\":\"WebIdentityUser\""), event.identity());
    assertTrue(event.identity().contains("\"userName\":\"" + subject), event.identity());
    assertTrue(
        String.valueOf(event.responseElements()).contains(session.keyId()), event.toString());
  }

  @Test
  void subjectThatIsNotTrustedIsRefusedInTheRolesAccount() {
    Answer answer = call(site, role(site, "repo:org/app:*"), token("repo:org/application:x"));
    answer.requireError(403, "AccessDenied");
    assertEquals(
        "Not authorized to perform sts:AssumeRoleWithWebIdentity", answer.value("Message"));
    assertEquals(site.account, site.event(answer).account());
  }

  @Test
  void failedAuthenticationStaysInTheRolesAccount() {
    Answer answer = call(site, role(site, "*"), token("ann") + "x");
    answer.requireError(400, "InvalidIdentityToken");
    AuditEvent event = site.event(answer);
    assertEquals(site.account, event.account());
    assertEquals("InvalidIdentityToken", event.errorCode());
    assertFalse(String.valueOf(event.requestParameters()).contains(token("ann")));
  }

  @Test
  void tokenOfAnUnknownIssuerStaysInNoAccount() {
    String role = role(site, "*");
    site.iam(site.root, "DeleteOpenIDConnectProvider", "OpenIDConnectProviderArn", provider(site))
        .requireSuccess();
    for (String token : List.of(token("ann"), "no.tok.en!")) {
      Answer answer = call(site, role, token);
      answer.requireError(400, "InvalidIdentityToken");
      assertNull(site.event(answer).account());
    }
  }

  @Test
  void issuerThatIsDownCanBeAskedAgain() {
    String role = role(site, "*");
    String token = token("ann");
    idp.goDown();
    call(site, role, token).requireError(400, "IDPCommunicationError");
    idp.comeBack();
    clock.advance(Duration.ofSeconds(10));
    call(site, role, token).requireSuccess();
  }

  @Test
  void Abuse_092_whoeverTakesTheDomainNeedsTheCertificateToo() {
    String role = role(site, "*");
    call(site, role, token("ann")).requireSuccess();
    idp.changeHands();
    clock.advance(Duration.ofHours(1));
    Answer answer = call(site, role, token("ann"));
    answer.requireError(400, "InvalidIdentityToken");
    assertEquals(
        "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint",
        answer.value("Message"));
  }

  @Test
  void Abuse_092_deletedProviderVouchesForNobody() {
    String role = role(site, "*");
    call(site, role, token("ann")).requireSuccess();
    site.iam(site.root, "DeleteOpenIDConnectProvider", "OpenIDConnectProviderArn", provider(site))
        .requireSuccess();
    Answer answer = call(site, role, token("ann"));
    answer.requireError(400, "InvalidIdentityToken");
    assertEquals(
        "No OpenIDConnect provider found in your account for " + idp.issuer().url(),
        answer.value("Message"));
  }

  @Test
  void Abuse_127_issuerInsideIsNotAskedUnlessItsNetworkIsNamed() {
    try (Site closed = Site.start(clock, IdentityProviderNetworks.PUBLIC.fetcher())) {
      addProvider(closed, idp.certificate().thumbprint());
      call(closed, role(closed, "*"), token("ann")).requireError(400, "IDPCommunicationError");
    }
    assertEquals(0, idp.asked());
    call(site, role(site, "*"), token("ann")).requireSuccess();
    assertEquals(2, idp.asked());
  }

  /// The honest twin is the call of the one operation, above.
  @Test
  void Abuse_025_everyOtherOperationWantsASignature() {
    for (ApiModel api : List.of(ApiModel.iam(), ApiModel.sts())) {
      for (OperationModel operation : api.operations()) {
        if (!UNSIGNED.contains(operation.name())) {
          String form =
              Site.form(
                  api.service(),
                  operation.name(),
                  "RoleArn",
                  "arn:aws:iam::" + site.account + ":role/Web",
                  "WebIdentityToken",
                  "token");
          site.send(site.post(form)).requireError(403, "MissingAuthenticationToken");
        }
      }
    }
  }
}
