package io.claviger.policy.decide;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An index that is made at the first decision that needs it: policies that are never asked cost
/// nothing.
final class LazyIndex {

  private final Supplier<List<Attached>> attached;

  // Two threads may make it at once, which does no harm: whatever in it changes is a cache.
  private @Nullable StatementIndex made;

  LazyIndex(Supplier<List<Attached>> attached) {
    this.attached = attached;
  }

  StatementIndex get() {
    StatementIndex index = made;
    if (index == null) {
      index = StatementIndex.of(PlacedStatement.all(attached.get()));
      made = index;
    }
    return index;
  }
}
