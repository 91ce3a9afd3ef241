package io.claviger.access;

import static io.claviger.access.Samples.ACCOUNT;
import static io.claviger.access.Samples.OTHER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.MatchedStatement;
import io.claviger.policy.decide.PolicySource;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.Span;
import io.claviger.policy.document.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthorizationMessagesTest {

  private final TestRing ring = new TestRing();
  private final AuthorizationMessages messages = new AuthorizationMessages(ring);

  private static final Authorization IMPLICIT =
      denied(new Decision.ImplicitlyDenied(Layer.IDENTITY));

  private static Authorization denied(Decision decision) {
    Requester bob = new Requester.IamUser(ACCOUNT, Samples.USER_ARN, Samples.USER_ID);
    RequestContext context =
        RequestContext.EMPTY
            .with("ec2:Tenancy", "default")
            .with("aws:TagKeys", List.of("team", "stage"));
    return new Authorization(
        decision,
        new AccessRequest(
            "ec2:StopInstances",
            "arn:aws:ec2:us-east-1:111122223333:instance/i-1",
            ACCOUNT,
            context),
        AppliedPolicies.of(bob));
  }

  private static final String CONTEXT =
      """
      "context":{"principal":{"id":"AIDAEXAMPLEUSERBOB001","name":"bob",\
      "arn":"arn:aws:iam::111122223333:user/bob"},"action":"ec2:StopInstances",\
      "resource":"arn:aws:ec2:us-east-1:111122223333:instance/i-1","conditions":{"items":[\
      {"key":"aws:tagkeys","values":{"items":[{"value":"team"},{"value":"stage"}]}},\
      {"key":"ec2:tenancy","values":{"items":[{"value":"default"}]}}]}}}\
      """;

  @Test
  void implicitDenialHasTheContext() {
    assertEquals(
        """
        {"allowed":false,"explicitDeny":false,"matchedStatements":{"items":[]},\
        "failures":{"items":[]},\
        """
            + CONTEXT,
        messages.decode(messages.encode(IMPLICIT, Samples.ids(1)), ACCOUNT).orElseThrow());
  }

  @Test
  void explicitDenialHasItsStatements() {
    Statement statement =
        new Statement(
            Optional.of("NoStop"),
            Statement.Effect.DENY,
            Optional.empty(),
            new Statement.ActionElement(false, List.of("ec2:Stop*")),
            Optional.of(new Statement.ResourceElement(false, List.of("*"))),
            List.of(new Statement.Condition("StringEquals", "ec2:Tenancy", List.of("default"))),
            new Span(1, 1, 1, 1));
    PolicySource source = new PolicySource("p", Optional.empty(), PolicySource.Holder.USER);
    Decision decision =
        new Decision.ExplicitlyDenied(
            Layer.IDENTITY, List.of(new MatchedStatement(Layer.IDENTITY, source, 0, statement)));
    assertEquals(
        """
        {"allowed":false,"explicitDeny":true,"matchedStatements":{"items":[{\
        "statementId":"NoStop","effect":"DENY",\
        "principals":{"items":[{"value":"AIDAEXAMPLEUSERBOB001"}]},\
        "principalGroups":{"items":[]},"actions":{"items":[{"value":"ec2:Stop*"}]},\
        "resources":{"items":[{"value":"*"}]},"conditions":{"items":[{"key":"ec2:Tenancy",\
        "values":{"items":[{"value":"default"}]}}]}}]},"failures":{"items":[]},\
        """
            + CONTEXT,
        messages.decode(messages.encode(denied(decision), Samples.ids(1)), ACCOUNT).orElseThrow());
  }

  @Test
  void messageHidesWhatItSays() {
    assertFalse(messages.encode(IMPLICIT, Samples.ids(1)).contains("StopInstances"));
  }

  @Test
  void messageOfAnotherAccountDoesNotDecode() {
    String message = messages.encode(IMPLICIT, Samples.ids(1));
    assertEquals(Optional.empty(), messages.decode(message, OTHER));
  }

  @Test
  void changedMessagesAndTokensDoNotDecode() {
    String message = messages.encode(IMPLICIT, Samples.ids(1));
    for (int i = 0; i < message.length() - 1; i++) {
      char other = message.charAt(i) == 'A' ? 'B' : 'A';
      String changed = message.substring(0, i) + other + message.substring(i + 1);
      assertEquals(Optional.empty(), messages.decode(changed, ACCOUNT), "at " + i);
    }
    assertEquals(Optional.empty(), messages.decode("", ACCOUNT));
    assertEquals(Optional.empty(), messages.decode("?", ACCOUNT));
    assertEquals(Optional.empty(), messages.decode("A".repeat(20_000), ACCOUNT));
    String token =
        new SessionTokens(ring)
            .issue(Samples.fullSession(), Samples.ids(1))
            .sessionToken()
            .reveal();
    assertEquals(Optional.empty(), messages.decode(token, ACCOUNT));
  }
}
