package io.claviger.policy.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import io.claviger.policy.document.PolicyPrinter;
import io.claviger.policy.document.Span;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.testkit.Choices;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What holds of every decision, on policies and requests made at random.
final class LawsTest {

  private static final int CASES = 4_000;

  @Test
  void Abuse_039_aDenyAddedNeverWidens() {
    Choices.forSeeds(
        CASES,
        choices -> {
          Policies policies = new Policies(choices);
          AppliedPolicies before = policies.applied();
          AccessRequest request = policies.request();
          AppliedPolicies after =
              mapped(
                  before,
                  (document, hasPrincipal) ->
                      plus(document, policies.statement(Effect.DENY, hasPrincipal)));

          if (Evaluator.evaluate(after, request).isAllowed()) {
            assertTrue(Evaluator.evaluate(before, request).isAllowed());
          }
        });
  }

  @Test
  void Abuse_039_anAllowRemovedNeverWidens() {
    Choices.forSeeds(
        CASES,
        choices -> {
          Policies policies = new Policies(choices);
          AppliedPolicies before = policies.applied();
          AccessRequest request = policies.request();
          AppliedPolicies after =
              mapped(
                  before,
                  (document, _) ->
                      with(
                          document,
                          document.statements().stream()
                              .filter(s -> s.effect() == Effect.DENY || choices.chance(50))
                              .toList()));

          if (Evaluator.evaluate(after, request).isAllowed()) {
            assertTrue(Evaluator.evaluate(before, request).isAllowed());
          }
        });
  }

  @Test
  void Abuse_039_theOrderOfStatementsNeverMatters() {
    Choices.forSeeds(
        CASES,
        choices -> {
          Policies policies = new Policies(choices);
          AppliedPolicies before = policies.applied();
          AccessRequest request = policies.request();
          AppliedPolicies after =
              mapped(
                  before, (document, _) -> with(document, choices.shuffled(document.statements())));
          after = after.withIdentity(choices.shuffled(after.identity()));

          assertEquals(
              unordered(Evaluator.evaluate(before, request)),
              unordered(Evaluator.evaluate(after, request)));
        });
  }

  @Test
  void aRecorderChangesNothingAndHearsEveryDecidingStatement() {
    Map<Outcome, Integer> seen = new EnumMap<>(Outcome.class);
    Choices.forSeeds(
        CASES,
        choices -> {
          Policies policies = new Policies(choices);
          AppliedPolicies applied = policies.applied();
          AccessRequest request = policies.request();
          List<MatchedStatement> heard = new ArrayList<>();
          Decision recorded =
              Evaluator.evaluate(
                  applied,
                  request,
                  outcome -> {
                    if (outcome.isMatch()) {
                      heard.add(matched(outcome));
                    }
                  });

          assertEquals(Evaluator.evaluate(applied, request), recorded);
          assertTrue(heard.containsAll(recorded.deciding()));
          seen.merge(Outcome.of(recorded), 1, Integer::sum);
        });
    for (Outcome outcome : Outcome.values()) {
      int count = seen.getOrDefault(outcome, 0);
      assertTrue(count > CASES / 10, outcome + " came up only " + count + " times");
    }
  }

  @Test
  void Abuse_042_parsingWhatWasPrintedGivesTheSameDocument() {
    Choices.forSeeds(
        CASES,
        choices -> {
          boolean hasPrincipal = choices.chance(50);
          PolicyDocument document = new Policies(choices).document(hasPrincipal);
          PolicyKind kind = hasPrincipal ? PolicyKind.RESOURCE : PolicyKind.IDENTITY;
          String text = PolicyPrinter.print(document);
          ParsedPolicy parsed = PolicyParser.parse(text, kind);

          assertEquals(Optional.empty(), parsed.refusal(), text);
          PolicyDocument read = parsed.document().orElseThrow();
          assertEquals(PolicyPrinter.print(document), PolicyPrinter.print(read));
          assertEquals(withoutSpans(document), withoutSpans(read), text);
          assertFalse(read.statements().getFirst().span().equals(Span.NONE));
        });
  }

  private enum Outcome {
    ALLOWED,
    EXPLICITLY_DENIED,
    IMPLICITLY_DENIED;

    static Outcome of(Decision decision) {
      return switch (decision) {
        case Decision.Allowed _ -> ALLOWED;
        case Decision.ExplicitlyDenied _ -> EXPLICITLY_DENIED;
        case Decision.ImplicitlyDenied _ -> IMPLICITLY_DENIED;
      };
    }
  }

  private static MatchedStatement matched(StatementOutcome outcome) {
    return new MatchedStatement(
        outcome.layer(), outcome.source(), outcome.index(), outcome.statement());
  }

  /// What was decided, by which layer and statements, wherever those stand.
  private static List<Object> unordered(Decision decision) {
    Set<Statement> statements = new HashSet<>();
    decision.deciding().forEach(matched -> statements.add(matched.statement()));
    return switch (decision) {
      case Decision.Allowed _ -> List.of(Outcome.ALLOWED, statements);
      case Decision.ExplicitlyDenied(Layer layer, List<MatchedStatement> _) ->
          List.of(Outcome.EXPLICITLY_DENIED, layer, statements);
      case Decision.ImplicitlyDenied(Layer layer) -> List.of(Outcome.IMPLICITLY_DENIED, layer);
    };
  }

  /// A change of every document, which is told whether its statements have a principal.
  private interface Change {
    PolicyDocument apply(PolicyDocument document, boolean hasPrincipal);
  }

  private static AppliedPolicies mapped(AppliedPolicies policies, Change change) {
    UnaryOperator<AppliedPolicy> plain =
        policy -> Policies.policy(change.apply(policy.policy().document(), false));
    UnaryOperator<AppliedPolicy> principal =
        policy -> Policies.policy(change.apply(policy.policy().document(), true));
    AppliedPolicies all =
        AppliedPolicies.of(policies.requester()).withIdentity(mapped(policies.identity(), plain));
    all = policies.boundary().map(list -> mapped(list, plain)).map(all::withBoundary).orElse(all);
    all = policies.session().map(list -> mapped(list, plain)).map(all::withSession).orElse(all);
    all = policies.resource().map(principal).map(all::withResource).orElse(all);
    all =
        policies
            .serviceControl()
            .map(levels -> mappedLevels(levels, plain))
            .map(all::withServiceControl)
            .orElse(all);
    all =
        policies
            .resourceControl()
            .map(levels -> mappedLevels(levels, principal))
            .map(all::withResourceControl)
            .orElse(all);
    return policies
        .vpcEndpoint()
        .map(list -> mapped(list, principal))
        .map(all::withVpcEndpoint)
        .orElse(all);
  }

  private static List<AppliedPolicies.Level> mappedLevels(
      List<AppliedPolicies.Level> levels, UnaryOperator<AppliedPolicy> change) {
    return levels.stream()
        .map(level -> new AppliedPolicies.Level(level.target(), mapped(level.policies(), change)))
        .toList();
  }

  private static List<AppliedPolicy> mapped(
      List<AppliedPolicy> policies, UnaryOperator<AppliedPolicy> change) {
    return policies.stream().map(change).toList();
  }

  private static PolicyDocument plus(PolicyDocument document, Statement statement) {
    List<Statement> more = new ArrayList<>(document.statements());
    more.add(statement);
    return with(document, more);
  }

  private static PolicyDocument with(PolicyDocument document, List<Statement> statements) {
    return new PolicyDocument(document.version(), document.id(), statements);
  }

  private static PolicyDocument withoutSpans(PolicyDocument document) {
    return with(
        document,
        document.statements().stream()
            .map(s ->
                new Statement(
                    s.sid(),
                    s.effect(),
                    s.principal(),
                    s.action(),
                    s.resource(),
                    s.conditions(),
                    Span.NONE))
            .toList());
  }
}
