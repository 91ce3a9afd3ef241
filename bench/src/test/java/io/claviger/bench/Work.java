package io.claviger.bench;

import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Evaluator;
import io.claviger.policy.decide.Recorder;
import java.util.Map;

/// What one principal's decisions are made from.
///
/// @param policies those of the principal and what limits it
/// @param ofResources the policies of resources, by ARN
record Work(AppliedPolicies policies, Map<String, AppliedPolicy> ofResources) {

  /// Decides as a caller of the library would: the resource's policy is found, then all are asked.
  Decision decide(Probe probe) {
    return Evaluator.evaluate(applied(probe), probe.request());
  }

  Decision decide(Probe probe, Recorder recorder) {
    return Evaluator.evaluate(applied(probe), probe.request(), recorder);
  }

  boolean decideWithoutPolicy(Probe probe) {
    return Evaluator.evaluate(policies, probe.request()).isAllowed();
  }

  boolean hasPolicy(Probe probe) {
    return hasPolicy(probe.owner());
  }

  boolean hasPolicy(String owner) {
    return ofResources.containsKey(owner);
  }

  private AppliedPolicies applied(Probe probe) {
    AppliedPolicy own = ofResources.get(probe.owner());
    return own == null ? policies : policies.withResource(own);
  }
}
