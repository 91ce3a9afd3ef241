package io.claviger.policy.decide;

import java.util.ArrayList;
import java.util.List;

/// Policies whose union fills one slot.
record Attached(Layer layer, long slot, List<AppliedPolicy> policies) {

  /// The policies of a layer without levels.
  static Attached to(Layer layer, List<AppliedPolicy> policies) {
    return new Attached(layer, Slots.of(layer), policies);
  }

  /// The policies of each level.
  static List<Attached> toLevels(Layer layer, List<AppliedPolicies.Level> levels) {
    List<Attached> attached = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      attached.add(new Attached(layer, Slots.level(layer, i), levels.get(i).policies()));
    }
    return attached;
  }

  /// All slots that these fill.
  static long slots(List<Attached> attached) {
    long slots = 0;
    for (Attached one : attached) {
      slots |= one.slot();
    }
    return slots;
  }
}
