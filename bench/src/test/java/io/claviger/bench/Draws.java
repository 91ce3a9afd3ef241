package io.claviger.bench;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Random choices from a seed: the same seed gives the same workload on every machine.
final class Draws {

  private final Random random;

  Draws(long seed) {
    this.random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  final <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /// A few of the choices, each at most once, in their order.
  <T> List<T> some(List<T> choices, int count) {
    return random
        .ints(0, choices.size())
        .distinct()
        .limit(Math.min(count, choices.size()))
        .sorted()
        .mapToObj(choices::get)
        .toList();
  }

  /// An index below `bound` where low ones come up more often: the lowest of a thousand ten times
  /// as often as the average.
  int skewed(int bound) {
    return (int) (bound * Math.pow(random.nextDouble(), 1.5));
  }

  <T> void shuffle(List<T> list) {
    Collections.shuffle(list, random);
  }
}
