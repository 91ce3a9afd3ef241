package io.claviger.policy.second;

import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.Requester;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The layers that have a say in a request, each as levels of policies. All but those of the
/// organization have one level.
record LayerView(Map<Layer, List<List<AppliedPolicy>>> levels) {

  static LayerView of(AppliedPolicies policies, Facts facts) {
    Requester requester = policies.requester();
    Map<Layer, List<List<AppliedPolicy>>> levels = new TreeMap<>();
    policies.vpcEndpoint().ifPresent(list -> levels.put(Layer.VPC_ENDPOINT, List.of(list)));
    policies.resource().ifPresent(policy -> levels.put(Layer.RESOURCE, List.of(List.of(policy))));
    if (!isServiceLinked(requester) && !facts.isFreeOfResourceControl()) { // §5.3, §6.4
      put(levels, Layer.RESOURCE_CONTROL, policies.resourceControl());
    }
    boolean hasAccount = requester.accountId().isPresent();
    boolean isRoot = requester instanceof Requester.Root;
    boolean isFree = facts.isFreeOfServiceControl(isRoot); // §5.6
    if (hasAccount && !isServiceLinked(requester) && !isFree) { // §5.4
      put(levels, Layer.SERVICE_CONTROL, policies.serviceControl());
    }
    if (hasAccount) { // §7.3, §7.5
      levels.put(Layer.IDENTITY, List.of(policies.identity()));
      policies.boundary().ifPresent(p -> levels.put(Layer.PERMISSIONS_BOUNDARY, List.of(p)));
      policies.session().ifPresent(list -> levels.put(Layer.SESSION, List.of(list)));
    }
    return new LayerView(levels);
  }

  boolean has(Layer layer) {
    return levels.containsKey(layer);
  }

  List<List<AppliedPolicy>> levels(Layer layer) {
    return levels.getOrDefault(layer, List.of());
  }

  List<AppliedPolicy> policies(Layer layer) {
    return levels(layer).stream().flatMap(Collection::stream).toList();
  }

  private static void put(
      Map<Layer, List<List<AppliedPolicy>>> levels,
      Layer layer,
      Optional<List<AppliedPolicies.Level>> given) {
    if (given.isPresent()) {
      List<List<AppliedPolicy>> policies = new ArrayList<>();
      given.get().forEach(level -> policies.add(level.policies()));
      levels.put(layer, policies);
    }
  }

  private static boolean isServiceLinked(Requester requester) {
    return requester instanceof Requester.RoleSession session
        && session.roleArn().resource().startsWith("role/aws-service-role/");
  }
}
