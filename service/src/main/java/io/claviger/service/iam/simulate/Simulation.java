package io.claviger.service.iam.simulate;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Evaluator;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.MatchedStatement;
import io.claviger.policy.decide.RequestContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;

/// What stays the same while actions and resources change.
///
/// @param policies the caller with every policy but that of the resource
/// @param resourcePolicy what every resource is taken to have; empty where none is given
/// @param callerAccount the account the caller is taken to be of
/// @param owners whose the resources are
/// @param context the condition keys that have values
record Simulation(
    AppliedPolicies policies,
    Optional<AppliedPolicy> resourcePolicy,
    AccountId callerAccount,
    Owners owners,
    RequestContext context) {

  /// Whose the resources are.
  ///
  /// @param isConsidered false in a simulation without resource policy and owner: every resource is
  ///   then the caller's account's
  /// @param fallback the owner of resources whose ARN shows none
  record Owners(boolean isConsidered, AccountId fallback) {}

  /// What one action on one resource comes to.
  Simulated simulate(String action, String resource) {
    AccountId owner = owner(resource);
    AppliedPolicies all =
        policies.withResource(resourcePolicy.orElseGet(() -> PolicyInputs.trusting(owner)));
    Trace trace = new Trace();
    Decision decision =
        Evaluator.evaluate(all, new AccessRequest(action, resource, owner, context), trace);
    return new Simulated(
        action,
        resource,
        decision,
        decision.deciding().stream().filter(Simulation::isGiven).toList(),
        allowedByBoundary(trace),
        owner.equals(callerAccount) ? Map.of() : sides(trace),
        MissingKeys.of(trace, all, context));
  }

  private AccountId owner(String resource) {
    return owners.isConsidered()
        ? Arn.find(resource).flatMap(Arn::accountId).orElse(owners.fallback())
        : callerAccount;
  }

  private Optional<Boolean> allowedByBoundary(Trace trace) {
    return policies
        .boundary()
        .map(_ -> trace.sayOf(Layer.PERMISSIONS_BOUNDARY) == PolicyEvaluationDecisionType.ALLOWED);
  }

  private Map<String, PolicyEvaluationDecisionType> sides(Trace trace) {
    Map<String, PolicyEvaluationDecisionType> sides = new LinkedHashMap<>();
    for (Layer layer : List.of(Layer.IDENTITY, Layer.PERMISSIONS_BOUNDARY, Layer.RESOURCE)) {
      if (layer != Layer.PERMISSIONS_BOUNDARY || policies.boundary().isPresent()) {
        sides.put(SourceTypes.of(layer), trace.sayOf(layer));
      }
    }
    return sides;
  }

  /// Whether a statement is of a policy that was given, rather than of the one that stands in.
  private static boolean isGiven(MatchedStatement statement) {
    return !statement.source().equals(PolicyInputs.STAND_IN);
  }
}
