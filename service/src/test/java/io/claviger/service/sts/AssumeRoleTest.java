package io.claviger.service.sts;

import static io.claviger.service.sts.StsFixture.FAR;
import static io.claviger.service.sts.StsFixture.NEXT;
import static io.claviger.service.sts.StsFixture.OTHER;
import static io.claviger.service.sts.StsFixture.WORKER;
import static io.claviger.service.sts.StsFixture.assume;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.access.Session;
import io.claviger.account.Ids;
import io.claviger.account.Tags;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import io.claviger.service.InMemoryIam;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;
import software.amazon.awssdk.services.sts.model.ProvidedContext;
import software.amazon.awssdk.services.sts.model.Tag;

class AssumeRoleTest {

  private final StsFixture sts = new StsFixture();

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private AssumeRoleResponse answer(AssumeRoleRequest.Builder request) {
    return sts.bob().call(request.build(), AssumeRoleResponse.class);
  }

  private static List<String> actions(List<AccessRequest> requests) {
    return requests.stream().map(AccessRequest::action).toList();
  }

  @Test
  void answerNamesTheSessionWithoutTheRolesPath() {
    AssumeRoleResponse answer = answer(assume(WORKER));
    assertEquals(
        "arn:aws:sts::111122223333:assumed-role/Worker/work", answer.assumedRoleUser().arn());
    assertEquals("AROAWORKER:work", answer.assumedRoleUser().assumedRoleId());
    assertEquals(InMemoryIam.START.plus(Duration.ofHours(1)), answer.credentials().expiration());
    assertNull(answer.packedPolicySize());
    assertNull(answer.sourceIdentity());
  }

  @Test
  void sessionIsTheRolesAndKnowsNothingOfTheUser() {
    Session session = sts.session(assume(WORKER));
    assertEquals(Session.Kind.ASSUMED_ROLE, session.kind());
    assertEquals("AROAWORKER", session.principalId());
    assertEquals(Arn.parse(WORKER), session.principalArn());
    assertEquals(Tags.NONE, session.tags());
    assertFalse(session.hasMfa());
    assertFalse(session.isChained());
  }

  @Test
  void sessionOfAnotherAccountsRoleBelongsToThatAccount() {
    AssumeRoleResponse answer = answer(assume(FAR));
    assertEquals(Optional.of(OTHER), Ids.accountOf(answer.credentials().accessKeyId()));
    assertEquals(OTHER, sts.session(answer.credentials()).account());
    assertEquals(OTHER, sts.bob().requires(assume(FAR).build()).getFirst().resourceAccount());
  }

  @Test
  void plainCallRequiresAssumeRoleOnTheRoleAlone() {
    List<AccessRequest> requests = sts.bob().requires(assume(WORKER).build());
    assertEquals(List.of("sts:AssumeRole"), actions(requests));
    assertEquals(WORKER, requests.getFirst().resource());
  }

  @Test
  void keysOfTheRequestAndOfTheRoleAreInTheContext() {
    RequestContext context =
        sts.bob()
            .requires(
                assume(WORKER)
                    .externalId("Id/7")
                    .sourceIdentity("carol")
                    .tags(tag("Project", "x"), tag("Cost", "7"))
                    .transitiveTagKeys("Project")
                    .build())
            .getFirst()
            .context();
    assertEquals(
        RequestContext.EMPTY
            .with("sts:RoleSessionName", "work")
            .with("sts:ExternalId", "Id/7")
            .with("sts:SourceIdentity", "carol")
            .with("aws:ResourceTag/stage", "prod")
            .with("iam:ResourceTag/stage", "prod")
            .with("aws:RequestTag/Project", "x")
            .with("aws:RequestTag/Cost", "7")
            .with("aws:TagKeys", List.of("Project", "Cost"))
            .with("sts:TransitiveTagKeys", List.of("Project")),
        context);
  }

  @Test
  void tagsRequireTagSession() {
    assertEquals(
        List.of("sts:AssumeRole", "sts:TagSession"),
        actions(sts.bob().requires(assume(WORKER).tags(tag("a", "b")).build())));
  }

  @Test
  void tagsThatComeAlongTheChainRequireTagSessionToo() {
    Session first = sts.session(assume(WORKER).tags(tag("a", "b")).transitiveTagKeys("a"));
    List<AccessRequest> requests = sts.as(first).requires(assume(NEXT).build());
    assertEquals(List.of("sts:AssumeRole", "sts:TagSession"), actions(requests));
    assertNull(requests.getFirst().context().get("aws:RequestTag/a"));
  }

  @Test
  void onlyTransitiveTagsGoDownTheChain() {
    Session first =
        sts.session(
            assume(WORKER).tags(tag("Star", "1"), tag("Heart", "1")).transitiveTagKeys("Star"));
    Session second = sts.opened(sts.as(first), assume(NEXT).tags(tag("Sun", "2")));
    assertEquals(List.of(new Tags.Tag("Star", "1"), new Tags.Tag("Sun", "2")), second.tags().all());
    assertEquals(List.of("Star"), second.transitiveTagKeys());
    assertTrue(second.isChained());
    Session third = sts.opened(sts.as(second), assume(WORKER));
    assertEquals(List.of(new Tags.Tag("Star", "1")), third.tags().all());
  }

  @Test
  void sourceIdentityStaysAlongTheChain() {
    Session first = sts.session(assume(WORKER).sourceIdentity("carol"));
    assertEquals(
        List.of("sts:AssumeRole", "sts:SetSourceIdentity"),
        actions(sts.as(first).requires(assume(NEXT).build())));
    assertEquals("carol", sts.opened(sts.as(first), assume(NEXT)).sourceIdentity());
    assertEquals(
        "carol", sts.opened(sts.as(first), assume(NEXT).sourceIdentity("carol")).sourceIdentity());
  }

  @Test
  void sessionPoliciesGoIntoTheSession() {
    AssumeRoleResponse answer =
        answer(
            assume(WORKER)
                .policy(StsFixture.DOCUMENT)
                .policyArns(
                    PolicyDescriptorType.builder().arn(StsFixture.POLICY).build(),
                    PolicyDescriptorType.builder().arn(StsFixture.POLICY).build()));
    Session session = sts.session(answer.credentials());
    assertEquals(StsFixture.DOCUMENT, session.inlinePolicy());
    assertEquals(List.of(Arn.parse(StsFixture.POLICY)), session.policyArns());
    assertTrue(answer.packedPolicySize() > 0 && answer.packedPolicySize() < 20);
  }

  @Test
  void managedSessionPolicyMustBeOfTheRolesAccount() {
    var request =
        assume(FAR).policyArns(PolicyDescriptorType.builder().arn(StsFixture.POLICY).build());
    assertEquals(
        "Policy " + StsFixture.POLICY + " does not exist or is not attachable.",
        sts.bob().error(request.build()).message());
  }

  @Test
  void badSessionPolicyIsRefused() {
    assertEquals(
        "MalformedPolicyDocument",
        sts.bob().error(assume(WORKER).policy("{\"Version\":").build()).code());
  }

  /// The last names the role without its path.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam::111122223333:role/None",
        "arn:aws:iam::444455556666:role/None",
        "arn:aws:iam::111122223333:role/team/worker",
        "arn:aws:iam::111122223333:role/Worker"
      })
  void roleThatDoesNotExistIsRefusedAsOneThatDoesNotTrust(String arn) {
    assertEquals(
        "User: arn:aws:iam::111122223333:user/bob is not authorized to perform: sts:AssumeRole on"
            + " resource: "
            + arn,
        sts.bob().error(assume(arn).build()).message());
    assertEquals(arn, sts.bob().requires(assume(arn).build()).getFirst().resource());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam::111122223333:user/bob",
        "arn:aws:sts::111122223333:assumed-role/Worker/work",
        "arn:aws:iam::1111:role/Worker",
        "not-an-arn-but-long-enough"
      })
  void arnOfSomethingElseIsInvalid(String arn) {
    assertEquals("Request ARN is invalid", sts.bob().error(assume(arn).build()).message());
  }

  @Test
  void providedContextsAreRefusedRatherThanIgnored() {
    var context = ProvidedContext.builder().providerArn("arn").contextAssertion("text").build();
    assertEquals(
        "ValidationError",
        sts.bob().error(assume(WORKER).providedContexts(context).build()).code());
  }
}
