package io.claviger.policy.decide;

import java.util.ArrayList;
import java.util.List;

/// Offers every statement of every layer to a fold, in order, and tells a recorder what became of
/// each.
record Trace(Question question, Fold fold, Recorder recorder) {

  /// @param exempt slots of layers that have no say
  void of(List<Attached> attached, long exempt) {
    for (Layer layer : Layer.values()) {
      List<Attached> ofLayer =
          attached.stream()
              .filter(one -> one.layer() == layer && (one.slot() & exempt) == 0)
              .toList();
      if (!ofLayer.isEmpty()) {
        PlacedStatement.all(ofLayer).forEach(this::offer);
        recorder.layer(layer, fold.open(Attached.slots(ofLayer)) == 0);
      }
    }
  }

  private void offer(PlacedStatement placed) {
    List<Miss> misses = new ArrayList<>();
    Grip grip = placed.statement().match(question, placed.layer(), misses);
    MatchedStatement place = placed.place();
    recorder.statement(
        new StatementOutcome(
            place.layer(), place.source(), place.index(), place.statement(), misses));
    if (grip != Grip.NONE) {
      fold.add(placed, grip);
    }
  }
}
