package io.claviger.cli.simulate;

import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicies.Level;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.PolicySource;
import io.claviger.policy.document.PolicyKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The texts of the policies that an explanation speaks of. Confined to one thread.
final class PolicyTexts {

  private final Map<PolicySource, ReadablePolicy> bySource = new HashMap<>();

  void put(PolicySource source, ReadablePolicy policy) {
    bySource.put(source, policy);
  }

  /// The texts of policies that were read from elsewhere, laid out anew.
  static PolicyTexts of(AppliedPolicies policies, PolicyKind ofResource) {
    PolicyTexts texts = new PolicyTexts();
    texts.putAll(policies.identity(), PolicyKind.IDENTITY);
    policies.boundary().ifPresent(list -> texts.putAll(list, PolicyKind.IDENTITY));
    policies.session().ifPresent(list -> texts.putAll(list, PolicyKind.IDENTITY));
    policies.resource().ifPresent(one -> texts.putAll(List.of(one), ofResource));
    policies.vpcEndpoint().ifPresent(list -> texts.putAll(list, PolicyKind.VPC_ENDPOINT));
    policies
        .serviceControl()
        .ifPresent(levels -> texts.putLevels(levels, PolicyKind.SERVICE_CONTROL));
    policies
        .resourceControl()
        .ifPresent(levels -> texts.putLevels(levels, PolicyKind.RESOURCE_CONTROL));
    return texts;
  }

  private void putLevels(List<Level> levels, PolicyKind kind) {
    levels.forEach(level -> putAll(level.policies(), kind));
  }

  private void putAll(List<AppliedPolicy> policies, PolicyKind kind) {
    for (AppliedPolicy policy : policies) {
      bySource.put(policy.source(), ReadablePolicy.of(policy.policy().document(), kind));
    }
  }

  ReadablePolicy get(PolicySource source) {
    ReadablePolicy policy = bySource.get(source);
    if (policy == null) {
      throw new IllegalStateException("an explanation of a policy that was not given: " + source);
    }
    return policy;
  }
}
