package io.claviger.policy.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.base.Arn;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.Span;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.ActionElement;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.document.Statement.PrincipalElement;
import io.claviger.policy.document.Statement.PrincipalName;
import io.claviger.policy.document.Statement.PrincipalType;
import io.claviger.policy.document.Statement.ResourceElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the parser refuses and a program may still build fails closed.
final class OddStatementsTest {

  private static final Requester ANA =
      new Requester.IamUser(Policies.HOME, Arn.iam(Policies.HOME, "user/ana"), "");

  private static final AccessRequest REQUEST =
      new AccessRequest("s3:GetObject", "arn:aws:s3:::b/k", Policies.HOME, RequestContext.EMPTY);

  private static final Optional<PrincipalElement> EVERYONE =
      Optional.of(
          new PrincipalElement(false, List.of(new PrincipalName(PrincipalType.ANYONE, "*"))));

  private static final ActionElement ANY_ACTION = new ActionElement(false, List.of("*"));

  private static AppliedPolicy policy(
      Effect effect, Optional<PrincipalElement> principal, ActionElement action) {
    Statement statement =
        new Statement(
            Optional.empty(),
            effect,
            principal,
            action,
            Optional.of(new ResourceElement(false, List.of("*"))),
            List.of(),
            Span.NONE);
    return Policies.policy(
        new PolicyDocument(
            PolicyDocument.Version.V2012_10_17, Optional.empty(), List.of(statement)));
  }

  private static String decide(AppliedPolicies policies) {
    return Evaluator.evaluate(policies, REQUEST).getClass().getSimpleName();
  }

  @Test
  void Abuse_047_aPrincipalInAnIdentityPolicyFailsClosed() {
    AppliedPolicies none = AppliedPolicies.of(ANA);
    AppliedPolicy allow = policy(Effect.ALLOW, EVERYONE, ANY_ACTION);
    AppliedPolicy deny = policy(Effect.DENY, EVERYONE, ANY_ACTION);

    assertEquals("ImplicitlyDenied", decide(none.withIdentity(List.of(allow))));
    assertEquals("ExplicitlyDenied", decide(none.withIdentity(List.of(deny))));
  }

  @Test
  void Abuse_047_aResourcePolicyWithoutAPrincipalFailsClosed() {
    AppliedPolicies none = AppliedPolicies.of(ANA);
    AppliedPolicy allow = policy(Effect.ALLOW, Optional.empty(), ANY_ACTION);
    AppliedPolicy deny = policy(Effect.DENY, Optional.empty(), ANY_ACTION);

    assertEquals("ImplicitlyDenied", decide(none.withResource(allow)));
    assertEquals("ExplicitlyDenied", decide(none.withResource(deny)));
  }

  /// Among so many statements that they are looked up and not tried one by one.
  @Test
  void Abuse_047_oddStatementsFailClosedAmongManyOthers() {
    AppliedPolicies none = AppliedPolicies.of(ANA);
    for (Effect effect : Effect.values()) {
      String expected = effect == Effect.ALLOW ? "ImplicitlyDenied" : "ExplicitlyDenied";
      AppliedPolicy withPrincipal = among(policy(effect, EVERYONE, ANY_ACTION));
      AppliedPolicy without = among(policy(effect, Optional.empty(), ANY_ACTION));

      assertEquals(expected, decide(none.withIdentity(List.of(withPrincipal))));
      assertEquals(expected, decide(none.withResource(without)));
    }
    AppliedPolicy everyone = among(policy(Effect.ALLOW, EVERYONE, ANY_ACTION));
    assertEquals("Allowed", decide(none.withResource(everyone)));
    AppliedPolicy plain = among(policy(Effect.ALLOW, Optional.empty(), ANY_ACTION));
    assertEquals("Allowed", decide(none.withIdentity(List.of(plain))));
  }

  /// The policy's statement behind five about another action.
  private static AppliedPolicy among(AppliedPolicy policy) {
    Statement one = policy.policy().document().statements().getFirst();
    ActionElement other = new ActionElement(false, List.of("sqs:SendMessage"));
    List<Statement> all =
        new ArrayList<>(
            Collections.nCopies(
                5,
                new Statement(
                    Optional.empty(),
                    Effect.ALLOW,
                    one.principal(),
                    other,
                    one.resource(),
                    List.of(),
                    Span.NONE)));
    all.add(one);
    return Policies.policy(
        new PolicyDocument(PolicyDocument.Version.V2012_10_17, Optional.empty(), all));
  }

  @Test
  void Abuse_047_allowWithNotPrincipalGrantsNobody() {
    PrincipalElement notBob =
        new PrincipalElement(true, List.of(new PrincipalName(PrincipalType.AWS, "444455556666")));
    AppliedPolicy allow = policy(Effect.ALLOW, Optional.of(notBob), ANY_ACTION);

    assertEquals("ImplicitlyDenied", decide(AppliedPolicies.of(ANA).withResource(allow)));
  }

  @Test
  void Abuse_047_malformedActionsFailClosed() {
    for (String malformed : List.of("*:Get*", "s?:GetObject", "GetObject", ":GetObject", "")) {
      ActionElement action = new ActionElement(false, List.of(malformed));
      ActionElement notAction = new ActionElement(true, List.of(malformed));
      AppliedPolicies none = AppliedPolicies.of(ANA);

      assertEquals(
          "ImplicitlyDenied",
          decide(none.withIdentity(List.of(policy(Effect.ALLOW, Optional.empty(), action)))));
      assertEquals(
          "ImplicitlyDenied",
          decide(none.withIdentity(List.of(policy(Effect.ALLOW, Optional.empty(), notAction)))));
      assertEquals(
          "ExplicitlyDenied",
          decide(none.withIdentity(List.of(policy(Effect.DENY, Optional.empty(), notAction)))));
    }
  }

  @Test
  void Abuse_047_noIdNamesNobodyWhoseIdIsNotKnown() {
    Requester session =
        new Requester.RoleSession(
            Policies.HOME,
            Arn.iam(Policies.HOME, "role/worker"),
            "",
            Optional.of(Arn.sts(Policies.HOME, "assumed-role/worker/s1")));
    for (Requester requester : List.of(ANA, session)) {
      for (String nobody : List.of("", ":s1")) {
        PrincipalElement principal =
            new PrincipalElement(false, List.of(new PrincipalName(PrincipalType.AWS, nobody)));
        AppliedPolicy allow = policy(Effect.ALLOW, Optional.of(principal), ANY_ACTION);

        assertEquals("ImplicitlyDenied", decide(AppliedPolicies.of(requester).withResource(allow)));
      }
    }
  }
}
