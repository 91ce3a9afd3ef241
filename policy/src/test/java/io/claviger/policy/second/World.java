package io.claviger.policy.second;

import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.CompiledPolicy;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.PolicySource;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A requester and all policies that apply to it, as plain data.
///
/// @param layers the documents of each layer that exists, by level; only organization layers have
///   more than one level
record World(Requester requester, Map<Layer, List<List<PolicyDocument>>> layers) {

  /// What is in the policies.
  static World of(AppliedPolicies applied) {
    Map<Layer, List<List<PolicyDocument>>> layers = new TreeMap<>();
    layers.put(Layer.IDENTITY, List.of(documents(applied.identity())));
    applied.resource().ifPresent(p -> put(layers, Layer.RESOURCE, List.of(p)));
    applied.boundary().ifPresent(p -> put(layers, Layer.PERMISSIONS_BOUNDARY, p));
    applied.session().ifPresent(p -> put(layers, Layer.SESSION, p));
    applied.vpcEndpoint().ifPresent(p -> put(layers, Layer.VPC_ENDPOINT, p));
    applied.serviceControl().ifPresent(l -> putLevels(layers, Layer.SERVICE_CONTROL, l));
    applied.resourceControl().ifPresent(l -> putLevels(layers, Layer.RESOURCE_CONTROL, l));
    return new World(applied.requester(), layers);
  }

  private static void put(
      Map<Layer, List<List<PolicyDocument>>> layers, Layer layer, List<AppliedPolicy> policies) {
    layers.put(layer, List.of(documents(policies)));
  }

  private static void putLevels(
      Map<Layer, List<List<PolicyDocument>>> layers,
      Layer layer,
      List<AppliedPolicies.Level> levels) {
    layers.put(layer, levels.stream().map(level -> documents(level.policies())).toList());
  }

  private static List<PolicyDocument> documents(List<AppliedPolicy> policies) {
    return policies.stream().map(policy -> policy.policy().document()).toList();
  }

  /// The same for the engine.
  AppliedPolicies applied() {
    AppliedPolicies applied = AppliedPolicies.of(requester).withIdentity(only(Layer.IDENTITY));
    for (Layer layer : layers.keySet()) {
      applied =
          switch (layer) {
            case IDENTITY -> applied;
            case RESOURCE -> applied.withResource(only(layer).getFirst());
            case PERMISSIONS_BOUNDARY -> applied.withBoundary(only(layer));
            case SESSION -> applied.withSession(only(layer));
            case VPC_ENDPOINT -> applied.withVpcEndpoint(only(layer));
            case SERVICE_CONTROL -> applied.withServiceControl(levels(layer));
            case RESOURCE_CONTROL -> applied.withResourceControl(levels(layer));
          };
    }
    return applied;
  }

  /// The same for the engine, made out of what was made for a world that differs in nothing but the
  /// requester or the resource's policy.
  AppliedPolicies applied(AppliedPolicies sibling) {
    AppliedPolicies applied = sibling.withRequester(requester);
    return layers.containsKey(Layer.RESOURCE)
        ? applied.withResource(only(Layer.RESOURCE).getFirst())
        : applied;
  }

  /// This world with other documents in one layer.
  World with(Layer layer, List<List<PolicyDocument>> levels) {
    Map<Layer, List<List<PolicyDocument>>> changed = new TreeMap<>(layers);
    changed.put(layer, levels);
    return new World(requester, changed);
  }

  World without(Layer layer) {
    Map<Layer, List<List<PolicyDocument>>> fewer = new TreeMap<>(layers);
    fewer.remove(layer);
    return new World(requester, fewer);
  }

  private List<AppliedPolicy> only(Layer layer) {
    return layers.containsKey(layer) ? level(layer, 0) : List.of();
  }

  private List<AppliedPolicies.Level> levels(Layer layer) {
    List<AppliedPolicies.Level> levels = new ArrayList<>();
    for (int i = 0; i < layers.getOrDefault(layer, List.of()).size(); i++) {
      levels.add(new AppliedPolicies.Level("level" + i, level(layer, i)));
    }
    return levels;
  }

  private List<AppliedPolicy> level(Layer layer, int level) {
    List<AppliedPolicy> policies = new ArrayList<>();
    for (PolicyDocument document : layers.getOrDefault(layer, List.of()).get(level)) {
      String name = layer + "." + level + "." + policies.size();
      policies.add(
          new AppliedPolicy(
              new PolicySource(name, Optional.empty(), PolicySource.Holder.NONE),
              CompiledPolicy.compile(document)));
    }
    return policies;
  }
}
