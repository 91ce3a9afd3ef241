package io.claviger.service.iam.simulate;

import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.Miss;
import io.claviger.policy.decide.Recorder;
import io.claviger.policy.decide.StatementOutcome;
import io.claviger.policy.document.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;

/// How one simulated decision came about. Confined to that decision.
final class Trace implements Recorder {

  private final List<StatementOutcome> outcomes = new ArrayList<>();
  private final Map<Layer, Boolean> allowing = new EnumMap<>(Layer.class);

  @Override
  public void statement(StatementOutcome outcome) {
    outcomes.add(outcome);
  }

  @Override
  public void layer(Layer layer, boolean isAllowing) {
    allowing.put(layer, isAllowing);
  }

  /// What one layer says by itself; an implicit denial where it does not exist.
  PolicyEvaluationDecisionType sayOf(Layer layer) {
    if (outcomes.stream().anyMatch(outcome -> isDenying(outcome, layer))) {
      return PolicyEvaluationDecisionType.EXPLICIT_DENY;
    }
    return allowing.getOrDefault(layer, false)
        ? PolicyEvaluationDecisionType.ALLOWED
        : PolicyEvaluationDecisionType.IMPLICIT_DENY;
  }

  /// The statements that are about the action, whether or not all else of them was met.
  List<Statement> aboutTheAction() {
    return outcomes.stream()
        .filter(outcome -> outcome.misses().stream().noneMatch(Miss.Action.class::isInstance))
        .map(StatementOutcome::statement)
        .toList();
  }

  private static boolean isDenying(StatementOutcome outcome, Layer layer) {
    return outcome.layer() == layer
        && outcome.isMatch()
        && outcome.statement().effect() == Statement.Effect.DENY;
  }
}
