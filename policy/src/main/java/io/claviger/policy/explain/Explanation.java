package io.claviger.policy.explain;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Evaluator;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.MatchedStatement;
import io.claviger.policy.decide.Miss;
import io.claviger.policy.decide.Recorder;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.decide.StatementOutcome;
import io.claviger.policy.document.AsciiCase;
import io.claviger.policy.document.Statement.ActionElement;
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
/// @param levels what each level of the organization says, of the layers that have levels
/// @param statements every statement that was looked at, in the order of layers and policies
public record Explanation(
    Requester requester,
    AccessRequest request,
    Decision decision,
    Map<Layer, LayerState> layers,
    List<LevelState> levels,
    List<StatementOutcome> statements) {

  public Explanation {
    layers = Collections.unmodifiableMap(new EnumMap<>(layers));
    levels = List.copyOf(levels);
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
        policies.requester(),
        request,
        decision,
        recording.layers,
        LevelState.all(policies, recording.layers, recording.statements),
        recording.statements);
  }

  /// The answer in one sentence; of a denial, AWS's.
  public String sentence() {
    if (!decision.isAllowed()) {
      return DenialMessage.of(requester, request, decision);
    }
    // The words of a permission are ours, in the manner of AWS's denials.
    return "User: "
        + DenialMessage.name(requester)
        + " is authorized to perform: "
        + request.action()
        + " on resource: "
        + request.resource()
        + decision.deciding().stream()
            .findFirst()
            .map(first -> because(first.layer()))
            .orElse(" because " + withoutStatement());
  }

  /// Why something is allowed that no statement allows, in a few words: `the root user needs no
  /// policy for it`.
  public String withoutStatement() {
    return requester instanceof Requester.Root
        ? "the root user needs no policy for it"
        : "nobody needs a permission for it";
  }

  private String because(Layer layer) {
    return " because " + LayerNames.withArticle(LayerNames.singular(layer, request)) + " allows it";
  }

  /// Whether the statement is one of those that decided.
  public boolean isDeciding(StatementOutcome outcome) {
    return decision
        .deciding()
        .contains(
            new MatchedStatement(
                outcome.layer(), outcome.source(), outcome.index(), outcome.statement()));
  }

  /// Whether the statement nearly made a difference: it missed by one element only, where many
  /// conditions are one, and was wanted. An allow is wanted by a layer that does not allow, if the
  /// request is denied; a deny is always of interest, unless it is about other actions.
  public boolean isNearMiss(StatementOutcome outcome) {
    long elements = outcome.misses().stream().map(Object::getClass).distinct().count();
    if (elements != 1) {
      return false;
    }
    boolean isOtherAction = outcome.misses().getFirst() instanceof Miss.Action;
    return switch (outcome.statement().effect()) {
      case DENY -> !isOtherAction;
      case ALLOW ->
          !decision.isAllowed()
              && layers.get(outcome.layer()) == LayerState.SILENT
              && (!isOtherAction || isOfTheService(outcome.statement().action()));
    };
  }

  /// What speaks of other services is not near.
  private boolean isOfTheService(ActionElement element) {
    return element.isNegated() || element.patterns().stream().anyMatch(this::isOfTheService);
  }

  private boolean isOfTheService(String pattern) {
    String action = AsciiCase.lower(request.action());
    String service = action.substring(0, action.indexOf(':') + 1);
    return AsciiCase.lower(pattern).startsWith(service);
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
