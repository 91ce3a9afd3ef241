package io.claviger.policy.second;

import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.Recorder;
import io.claviger.policy.decide.StatementOutcome;
import io.claviger.policy.second.SecondOpinion.Place;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a recorder hears of one decision.
final class Hearing implements Recorder {

  private final Set<Place> matches = new HashSet<>();
  private final Map<Layer, Boolean> layers = new EnumMap<>(Layer.class);

  @Override
  public void statement(StatementOutcome outcome) {
    if (outcome.isMatch()) {
      matches.add(new Place(outcome.layer(), outcome.source(), outcome.index()));
    }
  }

  @Override
  public void layer(Layer layer, boolean isAllowing) {
    layers.put(layer, isAllowing);
  }

  /// What the second opinion would have said otherwise; empty if nothing.
  Optional<String> difference(SecondEvaluator second) {
    if (!matches.equals(second.matches())) {
      return Optional.of("matches recorded " + matches + ", second opinion " + second.matches());
    }
    for (Map.Entry<Layer, Boolean> layer : layers.entrySet()) {
      if (layer.getValue() != second.allows(layer.getKey())) {
        return Optional.of("recorded as allowing or not: " + layer);
      }
    }
    return Optional.empty();
  }
}
