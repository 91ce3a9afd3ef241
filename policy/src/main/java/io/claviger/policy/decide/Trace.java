package io.claviger.policy.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
    List<Miss> told = new ArrayList<>();
    Grip grip = placed.statement().match(question, placed.layer(), told);
    // To a deny, what cannot be compared is no reason not to match.
    Map<Boolean, List<Miss>> isMiss =
        told.stream()
            .collect(Collectors.partitioningBy(miss -> !placed.isDeny() || miss.isComparable()));
    MatchedStatement place = placed.place();
    recorder.statement(
        new StatementOutcome(
            place.layer(),
            place.source(),
            place.index(),
            place.statement(),
            isMiss.getOrDefault(true, List.of()),
            isMiss.getOrDefault(false, List.of())));
    if (grip != Grip.NONE) {
      fold.add(placed, grip);
    }
  }
}
