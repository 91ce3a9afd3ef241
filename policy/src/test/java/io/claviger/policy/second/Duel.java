package io.claviger.policy.second;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Evaluator;
import java.util.Optional;

/// One case, decided three times: by the engine, by the engine with a recorder, and by the second
/// opinion.
///
/// @param hearing what the recorder heard
record Duel(
    SecondOpinion engine, SecondOpinion recorded, Hearing hearing, SecondEvaluator evaluator) {

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
    Hearing hearing = new Hearing();
    Decision engine = Evaluator.evaluate(policies, request);
    Decision recorded = Evaluator.evaluate(policies, request, hearing);
    return new Duel(
        SecondOpinion.of(engine),
        SecondOpinion.of(recorded),
        hearing,
        SecondEvaluator.of(policies, request, watcher));
  }

  SecondOpinion second() {
    return evaluator.opinion();
  }

  /// What is not as it should be; empty if all agree.
  Optional<String> difference() {
    SecondOpinion second = second();
    if (!engine.equals(second)) {
      return Optional.of("the engine says " + engine + ", the second opinion " + second);
    }
    if (!engine.equals(recorded)) {
      return Optional.of("without a recorder " + engine + ", with one " + recorded);
    }
    return hearing.difference(evaluator);
  }
}
