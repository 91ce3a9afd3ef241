package io.claviger.policy.second;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Evaluator;
import io.claviger.policy.decide.StatementOutcome;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// One case, decided three times: by the engine, by the engine with a recorder, and by the second
/// opinion.
///
/// @param heard the matching statements of which the recorder heard
record Duel(
    SecondOpinion engine,
    SecondOpinion recorded,
    Set<SecondOpinion.Place> heard,
    SecondOpinion second) {

  /// Fails with the case unless all agree.
  static void assertAgreement(AppliedPolicies policies, AccessRequest request) {
    of(policies, request, Watcher.NONE)
        .difference()
        .ifPresent(difference -> {
          String line = CasePrinter.of("difference", World.of(policies), request);
          throw new AssertionError(difference + System.lineSeparator() + line);
        });
  }

  static Duel of(AppliedPolicies policies, AccessRequest request, Watcher watcher) {
    Set<SecondOpinion.Place> heard = new HashSet<>();
    Decision engine = Evaluator.evaluate(policies, request);
    Decision recorded =
        Evaluator.evaluate(
            policies,
            request,
            outcome -> {
              if (outcome.isMatch()) {
                heard.add(place(outcome));
              }
            });
    return new Duel(
        SecondOpinion.of(engine),
        SecondOpinion.of(recorded),
        heard,
        SecondEvaluator.evaluate(policies, request, watcher));
  }

  /// What is not as it should be; empty if all agree.
  Optional<String> difference() {
    if (!engine.equals(second)) {
      return Optional.of("the engine says " + engine + ", the second opinion " + second);
    }
    if (!engine.equals(recorded)) {
      return Optional.of("without a recorder " + engine + ", with one " + recorded);
    }
    if (!heard.containsAll(recorded.deciding())) {
      return Optional.of("the recorder did not hear all of " + recorded);
    }
    return Optional.empty();
  }

  private static SecondOpinion.Place place(StatementOutcome outcome) {
    return new SecondOpinion.Place(outcome.layer(), outcome.source(), outcome.index());
  }
}
