package io.claviger.policy.second;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Evaluator;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import io.claviger.policy.document.PolicyPrinter;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.second.SecondOpinion.Outcome;
import io.claviger.testkit.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What holds of the engine's every decision, on generated worlds. That a recorder changes nothing
/// is part of each [Duel].
final class LawsTest {

  private static final int WORLDS = 1_000;

  /// How a world is changed.
  private interface Change {
    World of(World world, WorldMaker maker, Choices choices);
  }

  /// Asks requests of each world before the change and after it.
  private static void compare(Change change, BiConsumer<Decision, Decision> law) {
    Choices.forSeeds(
        WORLDS,
        choices -> {
          WorldMaker maker = new WorldMaker(choices);
          World world = maker.world();
          AppliedPolicies before = world.applied();
          AppliedPolicies after = change.of(world, maker, choices).applied();
          for (AccessRequest request : maker.requests(4, 3)) {
            law.accept(Evaluator.evaluate(before, request), Evaluator.evaluate(after, request));
          }
        });
  }

  private static void neverWider(Decision before, Decision after) {
    assertTrue(before.isAllowed() || !after.isAllowed());
  }

  private static boolean isExplicit(Decision decision) {
    return SecondOpinion.of(decision).outcome() == Outcome.EXPLICITLY_DENIED;
  }

  @Test
  void Abuse_039_aDenyAddedNeverWidens() {
    compare(
        (world, maker, choices) ->
            Documents.changed(
                world,
                (layer, document) ->
                    choices.chance(50)
                        ? document
                        : Documents.plus(document, maker.statement(layer, Effect.DENY))),
        (before, after) -> {
          neverWider(before, after);
          assertTrue(isExplicit(after) || !isExplicit(before));
        });
  }

  @Test
  void Abuse_039_anAllowRemovedNeverWidens() {
    compare(
        (world, _, choices) ->
            Documents.changed(
                world,
                (_, document) ->
                    Documents.with(
                        document,
                        document.statements().stream()
                            .filter(s -> s.effect() == Effect.DENY || choices.chance(60))
                            .toList())),
        (before, after) -> {
          neverWider(before, after);
          assertEquals(isExplicit(before), isExplicit(after));
        });
  }

  @Test
  void aLimitAddedNeverWidens() {
    compare(
        (world, maker, choices) -> {
          Layer layer =
              choices.oneOf(
                  Layer.PERMISSIONS_BOUNDARY,
                  Layer.SESSION,
                  Layer.SERVICE_CONTROL,
                  Layer.RESOURCE_CONTROL,
                  Layer.VPC_ENDPOINT);
          boolean isGrant =
              layer == Layer.SESSION && world.requester() instanceof Requester.FederatedUser;
          return isGrant || world.layers().containsKey(layer)
              ? world
              : world.with(layer, List.of(List.of(maker.document(layer))));
        },
        LawsTest::neverWider);
  }

  @Test
  void Abuse_039_theOrderNeverMatters() {
    compare(
        (world, _, choices) -> Documents.shuffled(world, choices),
        (before, after) -> assertEquals(unordered(before), unordered(after)));
  }

  /// What was decided, by which layer and how many statements of it.
  private static List<Object> unordered(Decision decision) {
    SecondOpinion opinion = SecondOpinion.of(decision);
    return List.of(
        opinion.outcome(),
        String.valueOf(opinion.layer()),
        decision.deciding().stream()
            .collect(Collectors.groupingBy(matched -> matched.layer(), Collectors.counting())));
  }

  @Test
  void Abuse_042_parsingWhatWasPrintedGivesTheSameDocument() {
    AtomicInteger documents = new AtomicInteger();
    AtomicInteger odd = new AtomicInteger();
    Choices.forSeeds(
        3 * WORLDS,
        choices -> {
          WorldMaker maker = new WorldMaker(choices);
          maker
              .world()
              .layers()
              .forEach((layer, levels) ->
                  levels.forEach(level ->
                      level.forEach(document -> {
                        documents.incrementAndGet();
                        boolean isOdd = !isReadBack(document, maker.kind(layer));
                        odd.addAndGet(isOdd ? 1 : 0);
                      })));
        });
    assertTrue(odd.get() < documents.get() / 5, odd + " of " + documents + " not read back");
  }

  /// Whether the text can be read; if so, it must be the same document.
  private static boolean isReadBack(PolicyDocument document, PolicyKind kind) {
    String text = PolicyPrinter.print(document);
    ParsedPolicy parsed = PolicyParser.parse(text, kind);
    parsed
        .evaluable()
        .ifPresent(read -> {
          assertEquals(text, PolicyPrinter.print(read));
          assertEquals(Documents.withoutSpans(document), Documents.withoutSpans(read), text);
          List<Statement> spanless = new ArrayList<>(Documents.withoutSpans(read).statements());
          spanless.retainAll(read.statements());
          assertEquals(List.of(), spanless, "without a place in the text");
        });
    return parsed.evaluable().isPresent();
  }
}
