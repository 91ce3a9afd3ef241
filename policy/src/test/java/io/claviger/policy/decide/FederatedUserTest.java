package io.claviger.policy.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.base.Arn;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a resource policy is worth to a federated user, by whom it names.
final class FederatedUserTest {

  private static final Arn USER = Arn.iam(Policies.HOME, "user/ana");
  private static final Arn SESSION = Arn.sts(Policies.HOME, "federated-user/eve");
  private static final String ACCOUNT = Policies.HOME.digits();

  private static final AccessRequest REQUEST =
      new AccessRequest("s3:GetObject", "arn:aws:s3:::b/k", Policies.HOME, RequestContext.EMPTY);

  private static final AppliedPolicies OF_ANA =
      AppliedPolicies.of(
          new Requester.FederatedUser(Policies.HOME, Optional.of(USER), "AIDAANA", SESSION));

  private static AppliedPolicy policy(PolicyKind kind, String effectAndPrincipal) {
    String text =
        """
        {"Version":"2012-10-17","Statement":{%s,"Action":"s3:*","Resource":"*"}}\
        """
            .formatted(effectAndPrincipal);
    return Policies.policy(PolicyParser.parse(text, kind).document().orElseThrow());
  }

  private static AppliedPolicy allowing(String principal) {
    String text = "\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + principal + "\"}";
    return policy(PolicyKind.RESOURCE, text);
  }

  private static AppliedPolicy anything() {
    return policy(PolicyKind.IDENTITY, "\"Effect\":\"Allow\"");
  }

  private static Decision decide(AppliedPolicies policies) {
    return Evaluator.evaluate(policies, REQUEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"arn:aws:iam::111122223333:user/ana", "AIDAANA"})
  void namingTheUserWhoAskedIsLimitedByTheSessionPolicy(String principal) {
    AppliedPolicies named = OF_ANA.withResource(allowing(principal));

    assertEquals(new Decision.ImplicitlyDenied(Layer.SESSION), decide(named));
    assertEquals(
        new Decision.ImplicitlyDenied(Layer.SESSION), decide(named.withSession(List.of())));
    assertEquals(true, decide(named.withSession(List.of(anything()))).isAllowed());
    assertEquals(
        new Decision.ImplicitlyDenied(Layer.PERMISSIONS_BOUNDARY),
        decide(named.withSession(List.of(anything())).withBoundary(List.of())));
  }

  @Test
  void namingTheSessionIsLimitedByNothing() {
    AppliedPolicies named = OF_ANA.withResource(allowing(SESSION.toString()));

    assertEquals(true, decide(named).isAllowed());
    assertEquals(true, decide(named.withBoundary(List.of()).withSession(List.of())).isAllowed());
  }

  @Test
  void namingSomebodyElseIsWorthNothing() {
    AppliedPolicies named = OF_ANA.withResource(allowing("AIDABOB"));

    assertEquals(new Decision.ImplicitlyDenied(Layer.IDENTITY), decide(named));
  }

  @Test
  void whatRootFederatesNeedsTheSessionPolicyOnly() {
    Requester ofRoot =
        new Requester.FederatedUser(
            Policies.HOME, Optional.of(Arn.iam(Policies.HOME, "root")), "", SESSION);
    AppliedPolicies none = AppliedPolicies.of(ofRoot);

    assertEquals(new Decision.ImplicitlyDenied(Layer.SESSION), decide(none));
    assertEquals(true, decide(none.withSession(List.of(anything()))).isAllowed());
    assertEquals(
        new Decision.ImplicitlyDenied(Layer.IDENTITY),
        decide(OF_ANA.withSession(List.of(anything()))));
  }

  @Test
  void notPrincipalExemptsTheSessionOnlyTogetherWithItsAccount() {
    String deny = "\"Effect\":\"Deny\",\"NotPrincipal\":{\"AWS\":[\"%s\",\"%s\"]}";
    AppliedPolicies able =
        OF_ANA.withIdentity(List.of(anything())).withSession(List.of(anything()));
    AppliedPolicy both = policy(PolicyKind.RESOURCE, deny.formatted(SESSION, ACCOUNT));
    AppliedPolicy sessionOnly = policy(PolicyKind.RESOURCE, deny.formatted(SESSION, SESSION));
    AppliedPolicy accountOnly = policy(PolicyKind.RESOURCE, deny.formatted(ACCOUNT, USER));

    assertEquals(true, decide(able.withResource(both)).isAllowed());
    assertEquals(false, decide(able.withResource(sessionOnly)).isAllowed());
    assertEquals(false, decide(able.withResource(accountOnly)).isAllowed());
  }
}
