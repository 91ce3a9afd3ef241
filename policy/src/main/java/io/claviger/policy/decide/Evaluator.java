package io.claviger.policy.decide;

/// Folds every layer into one decision.
public final class Evaluator {

  private Evaluator() {}

  /// Decides one request.
  public static Decision evaluate(AppliedPolicies policies, AccessRequest request) {
    return new Decision.ImplicitlyDenied(Layer.IDENTITY);
  }
}
