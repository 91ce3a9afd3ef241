package io.claviger.policy.decide;

import org.jspecify.annotations.Nullable;

/// Folds every layer into one decision.
///
/// An explicit deny in any layer beats every allow. Pure; never throws: an odd context value is an
/// outcome to explain, not an exception.
///
/// AWS rule: IAM User Guide, "Policy evaluation logic" and "How AWS enforcement code logic
/// evaluates requests to allow or deny access".
public final class Evaluator {

  private Evaluator() {}

  /// Decides one request.
  public static Decision evaluate(AppliedPolicies policies, AccessRequest request) {
    return decide(policies, request, null);
  }

  /// Decides one request and tells the recorder how: the same decision as without it.
  public static Decision evaluate(
      AppliedPolicies policies, AccessRequest request, Recorder recorder) {
    return decide(policies, request, recorder);
  }

  private static Decision decide(
      AppliedPolicies policies, AccessRequest request, @Nullable Recorder recorder) {
    Question question = Question.of(policies, request);
    LayerFolds folds = LayerFolds.of(policies, question, recorder);
    Decision denied = folds.explicitDenial();
    if (denied != null) {
      return denied;
    }
    Layer missing = new Grants(question, folds).missing();
    return missing == null
        ? new Decision.Allowed(folds.granting())
        : new Decision.ImplicitlyDenied(missing);
  }
}
