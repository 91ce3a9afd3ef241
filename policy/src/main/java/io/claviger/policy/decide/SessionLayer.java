package io.claviger.policy.decide;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The session policies. Apart from what its principal brings along, since a session lives shortly
/// and shares that with others. Immutable.
final class SessionLayer {

  private final Scope scope;
  private final @Nullable List<AppliedPolicy> policies;
  private final LazyIndex index;

  private SessionLayer(Scope scope, @Nullable List<AppliedPolicy> policies) {
    this.scope = scope;
    this.policies = policies == null ? null : List.copyOf(policies);
    this.index = new LazyIndex(this::attached);
  }

  static SessionLayer of(Scope scope) {
    return new SessionLayer(scope, null);
  }

  SessionLayer in(Scope other) {
    return scope.equals(other) ? this : new SessionLayer(other, policies);
  }

  SessionLayer with(List<AppliedPolicy> newPolicies) {
    return new SessionLayer(scope, newPolicies);
  }

  Optional<List<AppliedPolicy>> policies() {
    return Optional.ofNullable(policies);
  }

  /// What there is of the layer, if it exists.
  List<Attached> attached() {
    return policies == null || !scope.hasIdentity()
        ? List.of()
        : List.of(Attached.to(Layer.SESSION, policies));
  }

  /// The slots that must be filled for a request to be allowed, if the layer is consulted.
  ///
  /// A federated user without a session policy has no permissions of its own. AWS rule: IAM User
  /// Guide, "Permissions for GetFederationToken".
  long limits() {
    boolean isLimited = scope.hasIdentity() && (policies != null || scope.needsSession());
    return isLimited ? Slots.SESSION : 0;
  }

  void offer(Question question, Fold fold) {
    if (policies != null) {
      index.get().offer(question, fold);
    }
  }
}
