package io.claviger.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.access.Authenticator;
import io.claviger.access.Authorizer;
import io.claviger.access.Caller;
import io.claviger.access.CompiledPolicies;
import io.claviger.access.PrincipalPolicies;
import io.claviger.access.SessionTokens;
import io.claviger.access.federation.FederatedIdentity;
import io.claviger.account.AuditEvent;
import io.claviger.account.Ids;
import io.claviger.account.View;
import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import io.claviger.reference.ManagedPolicies;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.wire.ServiceError;
import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;

/// How calls go through the pipeline whose credential is a token: an operation stands in that takes
/// any token but `bad` and `none`.
class TokenCallTest {

  private static final String OPERATION = "AssumeRoleWithWebIdentity";

  private final Site site = Site.start();

  @AfterEach
  void close() {
    site.close();
  }

  /// Answers with the subject that the handler saw.
  private static final class ByToken
      implements ReadOperation<
          AssumeRoleWithWebIdentityRequest, AssumeRoleWithWebIdentityResponse> {

    @Override
    public Class<AssumeRoleWithWebIdentityRequest> input() {
      return AssumeRoleWithWebIdentityRequest.class;
    }

    @Override
    public Optional<AccountId> home(AssumeRoleWithWebIdentityRequest input) {
      return Arn.find(input.roleArn()).flatMap(Arn::accountId);
    }

    @Override
    public Optional<FederatedIdentity> bearer(
        AssumeRoleWithWebIdentityRequest input, View view, Instant now) {
      return switch (input.webIdentityToken()) {
        case "none" -> Optional.empty();
        case "bad!", "strange" -> throw new ServiceError("InvalidIdentityToken", 400, "bad");
        default -> Optional.of(identity(view.home().id()));
      };
    }

    @Override
    public boolean isOfKnownProvider(AssumeRoleWithWebIdentityRequest input, View view) {
      return !input.webIdentityToken().equals("strange");
    }

    private static FederatedIdentity identity(AccountId account) {
      return FederatedIdentity.webIdentity(
          provider(account),
          "ann",
          "us",
          RequestContext.EMPTY.with("idp.example.com:sub", "ann").with("aws:SourceIp", "9.9.9.9"),
          List.of(),
          List.of(),
          null);
    }

    @Override
    public List<AccessRequest> requires(
        AssumeRoleWithWebIdentityRequest input, Call call, View view) {
      return List.of(
          new AccessRequest(
              "sts:AssumeRoleWithWebIdentity",
              input.roleArn(),
              view.home().id(),
              RequestContext.EMPTY));
    }

    @Override
    public AssumeRoleWithWebIdentityResponse run(
        AssumeRoleWithWebIdentityRequest input, Call call, View view) {
      String subject =
          call.caller() instanceof Caller.Federated federated
              ? federated.identity().subject()
              : "nobody";
      return AssumeRoleWithWebIdentityResponse.builder()
          .subjectFromWebIdentityToken(subject)
          .build();
    }
  }

  private static String provider(AccountId account) {
    return "arn:aws:iam::" + account + ":oidc-provider/idp.example.com";
  }

  /// Makes a role that trusts the provider under a condition; its ARN.
  private String role(String name, String condition) {
    String trust =
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
            + "{\"Federated\":\""
            + provider(site.account)
            + "\"},\"Action\":\"sts:AssumeRoleWithWebIdentity\",\"Condition\":{"
            + condition
            + "}}]}";
    return site.iam(site.root, "CreateRole", "RoleName", name, "AssumeRolePolicyDocument", trust)
        .requireSuccess()
        .value("Arn");
  }

  private String trustingRole() {
    return role(
        "Trusting",
        "\"StringEquals\":{\"idp.example.com:sub\":\"ann\",\"aws:FederatedProvider\":\""
            + provider(site.account)
            + "\"},\"IpAddress\":{\"aws:SourceIp\":\"127.0.0.1\"}");
  }

  private static String form(String role, String token, String... more) {
    List<String> parameters =
        new ArrayList<>(
            List.of("RoleArn", role, "RoleSessionName", "work", "WebIdentityToken", token));
    parameters.addAll(List.of(more));
    return Site.form(Site.STS, OPERATION, parameters.toArray(String[]::new));
  }

  private HttpResponse call(String role, String token) {
    return respond(site.post(form(role, token)));
  }

  private HttpResponse respond(RawRequest request) {
    PrincipalPolicies principals =
        new PrincipalPolicies(ManagedPolicies.load(), new CompiledPolicies());
    Ids ids = new Ids(new SecureRandom());
    Pipeline pipeline =
        new Pipeline(
            new ServedApis(List.of(new ByToken())),
            new Authenticator(
                site.store.accounts(),
                site.store.secrets(),
                new SessionTokens(site.store.tokenKeys()),
                site.store.activity(),
                site.clock,
                ids),
            new Performance(site.store, new Authorizer(principals), ids),
            site.store.auditLog(),
            site.clock,
            ids);
    return pipeline.respond(
        new HttpRequest(
            request.method(),
            request.path(),
            request.query(),
            request.headers(),
            new ByteArrayInputStream(request.body().getBytes(StandardCharsets.UTF_8)),
            InetAddress.getLoopbackAddress(),
            false));
  }

  private AuditEvent event() {
    List<AuditEvent> events =
        site.events().stream().filter(event -> event.eventName().equals(OPERATION)).toList();
    assertEquals(1, events.size(), events::toString);
    return events.getFirst();
  }

  private static void refused(int status, String code, String message, HttpResponse response) {
    assertEquals(status, response.status(), response.body());
    assertTrue(response.body().contains("<Code>" + code + "</Code>"), response.body());
    assertTrue(response.body().contains("<Message>" + message + "<"), response.body());
  }

  @Test
  void whomTheTokenVouchesForIsTheCaller() {
    HttpResponse response = call(trustingRole(), "good");
    assertEquals(200, response.status(), response.body());
    assertTrue(response.body().contains(">ann</SubjectFromWebIdentityToken>"), response.body());
    AuditEvent event = event();
    assertEquals(site.account, event.account());
    assertNull(event.errorCode());
    assertEquals(
        "{\"type\":\"WebIdentityUser\",\"principalId\":\""
            + provider(site.account)
            + ":us:ann\",\"userName\":\"ann\",\"identityProvider\":\""
            + provider(site.account)
            + "\"}",
        event.identity());
  }

  @Test
  void roleThatDoesNotTrustTheCallerAnswersAsOneThatIsMissing() {
    String role = role("Wary", "\"StringEquals\":{\"idp.example.com:sub\":\"eve\"}");
    String message = "Not authorized to perform sts:AssumeRoleWithWebIdentity";
    refused(403, "AccessDenied", message, call(role, "good"));
    AuditEvent event = event();
    assertEquals(site.account, event.account());
    assertEquals("AccessDenied", event.errorCode());
    assertTrue(event.identity().contains("WebIdentityUser"), event.identity());
    refused(403, "AccessDenied", message, call(role + "s", "good"));
  }

  @Test
  void failedAuthenticationIsAuditedInTheRolesAccount() {
    refused(400, "InvalidIdentityToken", "bad", call(trustingRole(), "bad!"));
    AuditEvent event = event();
    assertEquals(site.account, event.account());
    assertEquals("InvalidIdentityToken", event.errorCode());
    assertEquals("{\"type\":\"Unknown\"}", event.identity());
  }

  @Test
  void strangersWriteIntoNoAccountsTrail() {
    refused(400, "InvalidIdentityToken", "bad", call(trustingRole(), "strange"));
    assertNull(event().account());
  }

  @Test
  void strangersWriteLittle() {
    String form =
        form(
            trustingRole(),
            "bad!",
            "DurationSeconds",
            "900",
            "Policy",
            "{\"secret\":\"plan\"}",
            "PolicyArns.member.1.arn",
            "arn:aws:iam::aws:policy/ReadOnlyAccess");
    respond(site.post(form));
    assertEquals(
        "{\"roleArn\":\"arn:aws:iam::%s:role/Trusting\",\"roleSessionName\":\"work\",\"webIdentityToken\":\"HIDDEN_DUE_TO_SECURITY_REASONS\",\"durationSeconds\":900}"
            .formatted(site.account),
        event().requestParameters());
  }

  @Test
  void refusedTokenOfASignedCallIsNotTheSigners() {
    Signer other = site.newAccount(site.unusedAccount());
    RawRequest request = site.post(form(trustingRole(), "bad!"));
    refused(
        400,
        "InvalidIdentityToken",
        "bad",
        respond(other.sign(request, Site.STS, site.clock.instant())));
    AuditEvent event = event();
    assertEquals(site.account, event.account());
    assertEquals("{\"type\":\"Unknown\"}", event.identity());
  }

  @Test
  void eventOfAnAccountThatDoesNotExistIsNobodys() {
    call("arn:aws:iam::" + site.unusedAccount() + ":role/There", "bad!");
    assertNull(event().account());
  }

  @Test
  void callWithoutAnybodyIsRefused() {
    refused(
        403,
        "MissingAuthenticationToken",
        "Request is missing Authentication Token",
        call(trustingRole(), "none"));
  }

  @Test
  void tokenIsTheCredentialOfASignedCallToo() {
    HttpResponse response = respond(site.signed(site.root, Site.STS, form(trustingRole(), "good")));
    assertTrue(response.body().contains(">ann</SubjectFromWebIdentityToken>"), response.body());
    assertTrue(event().identity().contains("WebIdentityUser"));
  }
}
