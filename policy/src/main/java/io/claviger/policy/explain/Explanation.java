package io.claviger.policy.explain;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Evaluator;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.MatchedStatement;
import io.claviger.policy.decide.Recorder;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.decide.StatementOutcome;
import io.claviger.policy.document.Statement.Effect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A decision with all that led to it: what each layer says, and what became of every statement.
///
/// Recorded by the evaluation itself. Immutable.
///
/// @param layers what each layer says, in their order; all layers are there
/// @param statements every statement that was looked at, in the order of layers and policies
public record Explanation(
    Requester requester,
    AccessRequest request,
    Decision decision,
    Map<Layer, LayerState> layers,
    List<StatementOutcome> statements) {

  public Explanation {
    layers = Collections.unmodifiableMap(new EnumMap<>(layers));
    statements = List.copyOf(statements);
  }

  /// Decides one request and explains the decision.
  public static Explanation of(AppliedPolicies policies, AccessRequest request) {
    Recording recording = new Recording();
    Decision decision = Evaluator.evaluate(policies, request, recording);
    if (policies.resource().isEmpty()) {
      recording.layers.put(Layer.RESOURCE, LayerState.ABSENT);
    }
    return new Explanation(
        policies.requester(), request, decision, recording.layers, recording.statements);
  }

  /// The answer in one sentence; of a denial, AWS's.
  public String sentence() {
    if (!decision.isAllowed()) {
      return DenialMessage.of(requester, request, decision);
    }
    return "User: "
        + DenialMessage.name(requester)
        + " is authorized to perform: "
        + request.action()
        + " on resource: "
        + request.resource()
        + decision.deciding().stream()
            .findFirst()
            .map(first -> " because " + LayerNames.withArticle(first.layer()) + " allows it")
            .orElse(" because the root user needs no policy in its own account");
  }

  /// Whether the statement is one of those that decided.
  public boolean isDeciding(StatementOutcome outcome) {
    return decision
        .deciding()
        .contains(
            new MatchedStatement(
                outcome.layer(), outcome.source(), outcome.index(), outcome.statement()));
  }

  /// The statements that did not match, but for one element or for their conditions alone.
  public List<StatementOutcome> nearMisses() {
    return statements.stream().filter(Explanation::isNearMiss).toList();
  }

  /// Whether the statement did not match, but for one element or for its conditions alone.
  public static boolean isNearMiss(StatementOutcome outcome) {
    long elements = outcome.misses().stream().map(Object::getClass).distinct().count();
    return elements == 1;
  }

  /// Notes what it is told.
  private static final class Recording implements Recorder {

    private final Map<Layer, LayerState> layers = new EnumMap<>(Layer.class);
    private final List<StatementOutcome> statements = new ArrayList<>();

    Recording() {
      for (Layer layer : Layer.values()) {
        layers.put(layer, LayerState.ABSENT);
      }
    }

    @Override
    public void statement(StatementOutcome outcome) {
      statements.add(outcome);
    }

    @Override
    public void layer(Layer layer, boolean isAllowing) {
      boolean isDenying =
          statements.stream()
              .anyMatch(outcome ->
                  outcome.layer() == layer
                      && outcome.isMatch()
                      && outcome.statement().effect() == Effect.DENY);
      LayerState allow = isAllowing ? LayerState.ALLOWS : LayerState.SILENT;
      layers.put(layer, isDenying ? LayerState.DENIES : allow);
    }
  }
}
