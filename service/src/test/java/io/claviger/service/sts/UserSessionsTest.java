package io.claviger.service.sts;

import static io.claviger.service.sts.StsFixture.WORKER;
import static io.claviger.service.sts.StsFixture.assume;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.access.Session;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import io.claviger.service.InMemoryIam;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.sts.model.GetFederationTokenRequest;
import software.amazon.awssdk.services.sts.model.GetFederationTokenResponse;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenResponse;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;
import software.amazon.awssdk.services.sts.model.Tag;

/// `GetSessionToken` and `GetFederationToken`.
class UserSessionsTest {

  private static final GetSessionTokenRequest SESSION = GetSessionTokenRequest.builder().build();
  private static final GetFederationTokenRequest FEDERATION =
      GetFederationTokenRequest.builder().name("guest").build();

  private final StsFixture sts = new StsFixture();

  private Session session(InMemoryIam caller) {
    return sts.session(caller.call(SESSION, GetSessionTokenResponse.class).credentials());
  }

  private Session federation(InMemoryIam caller) {
    return sts.session(caller.call(FEDERATION, GetFederationTokenResponse.class).credentials());
  }

  @Test
  void sessionTokenIsTheUsersOwn() {
    Session session = session(sts.bob());
    assertEquals(Session.Kind.SESSION_TOKEN, session.kind());
    assertEquals("AIDABOB", session.principalId());
    assertEquals("", session.sessionName());
    assertFalse(session.hasMfa());
  }

  @Test
  void rootsSessionTokenIsRoots() {
    Session session = session(sts.iam);
    assertEquals("111122223333", session.principalId());
    assertEquals(Arn.parse("arn:aws:iam::111122223333:root"), session.principalArn());
  }

  @Test
  void sessionTokenNeedsNoPermission() {
    assertTrue(sts.bob().requires(SESSION).isEmpty());
  }

  @Test
  void federationTokenNamesTheFederatedUser() {
    GetFederationTokenResponse answer =
        sts.bob().call(FEDERATION, GetFederationTokenResponse.class);
    assertEquals("arn:aws:sts::111122223333:federated-user/guest", answer.federatedUser().arn());
    assertEquals("111122223333:guest", answer.federatedUser().federatedUserId());
    assertNull(answer.packedPolicySize());
    Session session = sts.session(answer.credentials());
    assertEquals(Session.Kind.FEDERATION, session.kind());
    assertEquals("AIDABOB", session.principalId());
    assertEquals("guest", session.sessionName());
  }

  @Test
  void federationTokenRequiresTheFederatedUser() {
    List<AccessRequest> requests = sts.bob().requires(FEDERATION);
    assertEquals(1, requests.size());
    assertEquals("sts:GetFederationToken", requests.getFirst().action());
    assertEquals("arn:aws:sts::111122223333:federated-user/guest", requests.getFirst().resource());
  }

  @Test
  void tagsOfAFederationTokenRequireTagSession() {
    var tagged = FEDERATION.toBuilder().tags(Tag.builder().key("a").value("b").build()).build();
    List<AccessRequest> requests = sts.bob().requires(tagged);
    assertEquals(
        List.of("sts:GetFederationToken", "sts:TagSession"),
        requests.stream().map(AccessRequest::action).toList());
    assertEquals(
        RequestContext.EMPTY.with("aws:RequestTag/a", "b").with("aws:TagKeys", List.of("a")),
        requests.getLast().context());
  }

  @Test
  void federationTokenCarriesPoliciesAndTags() {
    var request =
        FEDERATION.toBuilder()
            .policy(StsFixture.DOCUMENT)
            .policyArns(PolicyDescriptorType.builder().arn(StsFixture.POLICY).build())
            .tags(Tag.builder().key("a").value("b").build())
            .build();
    GetFederationTokenResponse answer = sts.bob().call(request, GetFederationTokenResponse.class);
    Session session = sts.session(answer.credentials());
    assertEquals(StsFixture.DOCUMENT, session.inlinePolicy());
    assertEquals(List.of(Arn.parse(StsFixture.POLICY)), session.policyArns());
    assertEquals(StsFixture.tags("a", "b"), session.tags());
    assertTrue(answer.packedPolicySize() > 0);
  }

  @Test
  void Abuse_049_temporaryCredentialsGetNoOthersOfTheUser() {
    List<Session> sessions =
        List.of(
            sts.session(assume(WORKER)),
            session(sts.bob()),
            session(sts.iam),
            federation(sts.bob()),
            federation(sts.iam));
    for (Session session : sessions) {
      assertRefused(sts.as(session), SESSION, session.kind());
      assertRefused(sts.as(session), FEDERATION, session.kind());
    }
    session(sts.bob());
    federation(sts.bob());
  }

  private static void assertRefused(InMemoryIam caller, AwsRequest request, Session.Kind kind) {
    String operation = request.getClass().getSimpleName().replace("Request", "");
    assertEquals(
        "Cannot call " + operation + " with session credentials",
        caller.error(request).message(),
        () -> "with " + kind);
  }
}
