package io.claviger.account;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/// The maps of an [Account] built from all its entities at once, which for a large account is
/// several times quicker than entity by entity.
final class AccountIndexes {

  private final Map<EntityKey, Entity> entities = new HashMap<>();
  private final SortedMap<NameKey, EntityKey> names = new TreeMap<>();
  private final Map<Link, SortedSet<EntityKey>> links = new HashMap<>();
  private final Map<EntityKind, Integer> counts = new EnumMap<>(EntityKind.class);

  /// Indexes the entities.
  ///
  /// @throws IllegalStateException if two of them have one key or one name
  AccountIndexes(Collection<? extends Entity> all) {
    all.forEach(this::add);
  }

  PMap<EntityKey, Entity> entities() {
    return HashTreePMap.from(entities);
  }

  PSortedMap<NameKey, EntityKey> names() {
    return TreePMap.fromSortedMap(names);
  }

  PMap<Link, PSortedSet<EntityKey>> links() {
    Map<Link, PSortedSet<EntityKey>> result = new HashMap<>();
    links.forEach((link, keys) -> result.put(link, TreePSet.fromSortedSet(keys)));
    return HashTreePMap.from(result);
  }

  PSortedSet<String> usedPolicies() {
    return TreePSet.from(
        links.keySet().stream().filter(Link::isToPolicy).map(Link::target).toList());
  }

  PMap<EntityKind, Integer> counts() {
    return HashTreePMap.from(counts);
  }

  private void add(Entity entity) {
    EntityKey key = entity.key();
    if (entities.put(key, entity) != null) {
      throw new IllegalStateException("Two entities of one key: " + key);
    }
    NameKey.of(entity)
        .ifPresent(name -> {
          if (names.put(name, key) != null) {
            throw new IllegalStateException("Two entities of one name: " + name);
          }
        });
    Link.of(entity).forEach(link -> links.computeIfAbsent(link, _ -> new TreeSet<>()).add(key));
    counts.merge(key.kind(), 1, Integer::sum);
  }
}
