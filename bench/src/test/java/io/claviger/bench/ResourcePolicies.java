package io.claviger.bench;

import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.PolicySource.Holder;
import io.claviger.policy.document.PolicyKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The policies of the resources that have one, found by the resource's ARN.
///
/// Each lets the account in for reading, which alone grants nothing, names one principal directly
/// for one action of each kind of resource, and denies requests without TLS and from outside the
/// organization.
final class ResourcePolicies {

  private ResourcePolicies() {}

  /// @param principals of whom each policy names one
  static Map<String, AppliedPolicy> of(ResourcePool pool, List<Principal> principals, Draws draws) {
    Map<String, AppliedPolicy> policies = new HashMap<>();
    for (ResourceType type : ResourceType.ALL) {
      if (type.canHavePolicy() && !type.hasPath()) {
        for (ResourcePool.Named named : pool.withPolicy(type)) {
          String owner = type.fill(named.region(), named.name(), "");
          policies.put(owner, policy(type, owner, draws.pick(principals)));
        }
      }
    }
    return policies;
  }

  /// The action on the kind of resource that a policy grants directly.
  static String direct(ResourceType type) {
    return type.actions().get(type.actions().size() - 2);
  }

  private static List<String> directs(String service) {
    return ResourceType.ALL.stream()
        .filter(type -> type.service().equals(service))
        .map(ResourcePolicies::direct)
        .toList();
  }

  private static AppliedPolicy policy(ResourceType type, String owner, Principal principal) {
    String text =
        """
        {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":%1$s,"Resource":%2$s},
        {"Effect":"Allow","Principal":{"AWS":%3$s},"Action":%4$s,"Resource":%2$s},
        {"Effect":"Deny","Principal":"*","Action":%1$s,"Resource":%2$s,\
        "Condition":{"Bool":{"aws:SecureTransport":"false"}}},
        {"Effect":"Deny","Principal":"*","Action":%1$s,"Resource":%2$s,\
        "Condition":{"StringNotEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}}\
        """
            .formatted(
                Json.text(type.service() + ":*"),
                Json.texts(List.of(owner, owner + "/*")),
                Json.text(principal.arn().toString()),
                Json.texts(directs(type.service())));
    return PolicyText.apply(
            List.of(PolicyText.of(List.of(text))), PolicyKind.RESOURCE, Holder.RESOURCE)
        .getFirst();
  }
}
