package io.claviger.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// The resources that a workload's statements are about, by kind. Some are named far more often
/// than others.
final class ResourcePool {

  /// One resource by its place and name.
  ///
  /// @param hasPolicy whether it has a policy of its own
  record Named(String region, String name, boolean hasPolicy) {}

  private static final double OBJECTS_AND_BUCKETS = 1.0 / 8;
  private static final double OTHERS = 1.0 / 30;

  private final Draws draws;
  private final Map<String, List<Named>> named = new HashMap<>();

  /// @param statements how many the resources are for
  ResourcePool(Draws draws, int statements) {
    this.draws = draws;
    for (ResourceType type : ResourceType.ALL) {
      double share = type.service().equals("s3") ? OBJECTS_AND_BUCKETS : OTHERS;
      int size = Math.max(2, (int) (statements * share));
      named.computeIfAbsent(
          type.service(),
          _ ->
              IntStream.range(0, size)
                  .mapToObj(index -> named(index, type.canHavePolicy(), 10 * statements))
                  .toList());
    }
  }

  private Named named(int index, boolean canHavePolicy, int spread) {
    String name = Names.resource(draws, spread);
    return new Named(draws.pick(Names.REGIONS), name, canHavePolicy && index % 2 == 0);
  }

  Named pick(ResourceType type) {
    List<Named> ofType = ofType(type);
    return ofType.get(draws.skewed(ofType.size()));
  }

  private List<Named> ofType(ResourceType type) {
    return Objects.requireNonNull(named.get(type.service()));
  }

  /// Those of the kind that have a policy of their own.
  List<Named> withPolicy(ResourceType type) {
    return ofType(type).stream().filter(Named::hasPolicy).toList();
  }

  /// One that has a policy of its own, of a kind that can.
  Named pickWithPolicy(ResourceType type) {
    Named found = pick(type);
    while (!found.hasPolicy()) {
      found = pick(type);
    }
    return found;
  }
}
