package io.claviger.access;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Requester;

/// The answer to one (action, resource) pair of a call, with what it was decided on.
///
/// @param request with every condition key that was seen
/// @param policies what applied to the caller at that moment
public record Authorization(Decision decision, AccessRequest request, AppliedPolicies policies) {

  public boolean isAllowed() {
    return decision.isAllowed();
  }

  public Requester requester() {
    return policies.requester();
  }
}
