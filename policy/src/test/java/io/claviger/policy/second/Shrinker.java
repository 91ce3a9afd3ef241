package io.claviger.policy.second;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.RequestContext.Value;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.ActionElement;
import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.document.Statement.PrincipalElement;
import io.claviger.policy.document.Statement.ResourceElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Makes a case that fails smaller, as long as it fails.
final class Shrinker {

  private Shrinker() {}

  record Case(World world, AccessRequest request) {}

  static Case shrunk(Case given, Predicate<Case> fails) {
    Case smallest = given;
    Optional<Case> next = Optional.of(given);
    while (next.isPresent()) {
      smallest = next.get();
      next = smaller(smallest).stream().filter(fails).findFirst();
    }
    return smallest;
  }

  /// All cases that are smaller by one thing.
  private static List<Case> smaller(Case given) {
    List<Case> smaller = new ArrayList<>();
    World world = given.world();
    for (Layer layer : world.layers().keySet()) {
      if (layer != Layer.IDENTITY) {
        smaller.add(new Case(world.without(layer), given.request()));
      }
      int min = layer == Layer.RESOURCE ? 1 : 0;
      for (List<List<PolicyDocument>> fewer :
          lessOf(world.layers().get(layer), level -> lessOf(level, Shrinker::less, min), 1)) {
        smaller.add(new Case(world.with(layer, fewer), given.request()));
      }
    }
    Map<String, Value> context = given.request().context().all();
    for (String key : context.keySet()) {
      smaller.add(new Case(world, given.request().withContext(without(context, key))));
    }
    return smaller;
  }

  private static RequestContext without(Map<String, Value> context, String left) {
    RequestContext fewer = RequestContext.EMPTY;
    for (Map.Entry<String, Value> entry : context.entrySet()) {
      if (!entry.getKey().equals(left)) {
        fewer =
            switch (entry.getValue()) {
              case Value.Single(String value) -> fewer.with(entry.getKey(), value);
              case Value.Multi(List<String> all) -> fewer.with(entry.getKey(), all);
            };
      }
    }
    return fewer;
  }

  private static List<PolicyDocument> less(PolicyDocument document) {
    return lessOf(document.statements(), Shrinker::less, 1).stream()
        .map(fewer -> new PolicyDocument(document.version(), document.id(), fewer))
        .toList();
  }

  private static List<Statement> less(Statement s) {
    List<Statement> less = new ArrayList<>();
    for (List<Condition> fewer : lessOf(s.conditions(), Shrinker::less, 0)) {
      less.add(with(s, s.principal(), s.action(), s.resource(), fewer));
    }
    for (List<String> fewer : lessOf(s.action().patterns(), _ -> List.of(), 1)) {
      ActionElement action = new ActionElement(s.action().isNegated(), fewer);
      less.add(with(s, s.principal(), action, s.resource(), s.conditions()));
    }
    for (PrincipalElement principal : s.principal().stream().toList()) {
      lessOf(principal.names(), _ -> List.of(), 1)
          .forEach(names -> {
            PrincipalElement fewer = new PrincipalElement(principal.isNegated(), names);
            less.add(with(s, Optional.of(fewer), s.action(), s.resource(), s.conditions()));
          });
    }
    for (ResourceElement resource : s.resource().stream().toList()) {
      lessOf(resource.patterns(), _ -> List.of(), 1)
          .forEach(patterns -> {
            ResourceElement fewer = new ResourceElement(resource.isNegated(), patterns);
            less.add(with(s, s.principal(), s.action(), Optional.of(fewer), s.conditions()));
          });
    }
    return less;
  }

  private static Statement with(
      Statement s,
      Optional<PrincipalElement> principal,
      ActionElement action,
      Optional<ResourceElement> resource,
      List<Condition> conditions) {
    return new Statement(s.sid(), s.effect(), principal, action, resource, conditions, s.span());
  }

  private static List<Condition> less(Condition condition) {
    return lessOf(condition.values(), _ -> List.of(), 1).stream()
        .map(fewer -> new Condition(condition.operator(), condition.key(), fewer))
        .toList();
  }

  /// The lists with one item left out, or made less, of at least `min` items.
  private static <T> List<List<T>> lessOf(List<T> items, Function<T, List<T>> less, int min) {
    List<List<T>> lists = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (items.size() > min) {
        List<T> fewer = new ArrayList<>(items);
        fewer.remove(i);
        lists.add(fewer);
      }
      for (T item : less.apply(items.get(i))) {
        List<T> changed = new ArrayList<>(items);
        changed.set(i, item);
        lists.add(changed);
      }
    }
    return lists;
  }
}
