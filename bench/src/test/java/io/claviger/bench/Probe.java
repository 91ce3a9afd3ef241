package io.claviger.bench;

import io.claviger.policy.decide.AccessRequest;

/// One request of a workload.
///
/// @param owner the ARN of the resource whose own policy would have a say
record Probe(Kind kind, AccessRequest request, String owner) {

  /// What the request is meant to show, and how many of 2,000 are.
  enum Kind {
    ALLOWED(950),
    /// Allowed by the resource's policy alone, which names the principal.
    ALLOWED_BY_RESOURCE(50),
    /// An allowed action on a resource whose ARN differs at the end.
    WRONG_TAIL(300),
    /// Another action of the same service on an allowed resource.
    WRONG_ACTION(200),
    /// All is well but one condition.
    CONDITION_UNMET(200),
    EXPLICIT_DENY(200),
    /// Allowed by the identity-based policies, but for the boundary.
    OUTSIDE_BOUNDARY(100);

    private final int count;

    Kind(int count) {
      this.count = count;
    }

    int count() {
      return count;
    }

    boolean isAllowed() {
      return this == ALLOWED || this == ALLOWED_BY_RESOURCE;
    }
  }
}
