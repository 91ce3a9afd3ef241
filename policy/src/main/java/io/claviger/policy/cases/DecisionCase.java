package io.claviger.policy.cases;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;

/// A request with the policies that apply to it, ready to be decided.
///
/// @param id unique in its stream
public record DecisionCase(String id, AppliedPolicies policies, AccessRequest request)
    implements CaseLine {}
