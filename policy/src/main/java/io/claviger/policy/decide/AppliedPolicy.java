package io.claviger.policy.decide;

import java.util.List;

/// One policy that applies to a request, with where it comes from. Immutable.
///
/// Keep it where it serves as a resource's policy: what is worked out at its first decision is kept
/// in it.
public final class AppliedPolicy {

  private final PolicySource source;
  private final CompiledPolicy policy;
  private final LazyIndex asResourcePolicy;

  public AppliedPolicy(PolicySource source, CompiledPolicy policy) {
    this.source = source;
    this.policy = policy;
    this.asResourcePolicy =
        new LazyIndex(() -> List.of(Attached.to(Layer.RESOURCE, List.of(this))));
  }

  public PolicySource source() {
    return source;
  }

  public CompiledPolicy policy() {
    return policy;
  }

  /// The statements, for when the policy is the resource's.
  StatementIndex asResourcePolicy() {
    return asResourcePolicy.get();
  }

  @Override
  public String toString() {
    return source.toString();
  }
}
