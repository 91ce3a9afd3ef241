package io.claviger.policy.explain;

import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicies.Level;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.StatementOutcome;
import io.claviger.policy.document.Statement.Effect;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// What one level of an organization says to a request.
///
/// @param layer of service or of resource control policies
/// @param target the id of the root, organizational unit or account
/// @param state never [LayerState#ABSENT]
public record LevelState(Layer layer, String target, LayerState state) {

  /// Of the layers that have a say, every level in order, the root first.
  static List<LevelState> all(
      AppliedPolicies policies, Map<Layer, LayerState> layers, List<StatementOutcome> outcomes) {
    List<LevelState> all = new ArrayList<>();
    if (layers.get(Layer.RESOURCE_CONTROL) != LayerState.ABSENT) {
      List<Level> levels = policies.resourceControl().orElse(List.of());
      all.addAll(of(Layer.RESOURCE_CONTROL, levels, outcomes));
    }
    if (layers.get(Layer.SERVICE_CONTROL) != LayerState.ABSENT) {
      List<Level> levels = policies.serviceControl().orElse(List.of());
      all.addAll(of(Layer.SERVICE_CONTROL, levels, outcomes));
    }
    return all;
  }

  /// Outcomes come in the order of levels and policies, which tells them apart where one policy is
  /// attached to several levels.
  private static List<LevelState> of(
      Layer layer, List<Level> levels, List<StatementOutcome> outcomes) {
    Iterator<StatementOutcome> next =
        outcomes.stream().filter(outcome -> outcome.layer() == layer).iterator();
    List<LevelState> all = new ArrayList<>();
    for (Level level : levels) {
      LayerState state = LayerState.SILENT;
      for (int i = statements(level); i > 0; i--) {
        state = with(state, next.next());
      }
      all.add(new LevelState(layer, level.target(), state));
    }
    return all;
  }

  private static LayerState with(LayerState before, StatementOutcome outcome) {
    if (!outcome.isMatch() || before == LayerState.DENIES) {
      return before;
    }
    return outcome.statement().effect() == Effect.DENY ? LayerState.DENIES : LayerState.ALLOWS;
  }

  private static int statements(Level level) {
    return level.policies().stream()
        .mapToInt(policy -> policy.policy().document().statements().size())
        .sum();
  }
}
