package io.claviger.policy.decide;

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
    if (Exemptions.needsNoPermission(policies.requester(), request)) {
      return Decision.Allowed.WITHOUT_STATEMENT;
    }
    Question question = new Question(policies, request);
    Fold fold = new Fold(exempt(policies, request));
    policies.offer(question, fold);
    return decision(policies, question, fold);
  }

  /// Decides one request and tells the recorder how: the same decision as without it. Here every
  /// statement is looked at, without it only those that can match.
  public static Decision evaluate(
      AppliedPolicies policies, AccessRequest request, Recorder recorder) {
    if (Exemptions.needsNoPermission(policies.requester(), request)) {
      return Decision.Allowed.WITHOUT_STATEMENT;
    }
    Question question = new Question(policies, request);
    long exempt = exempt(policies, request);
    Fold fold = new Fold(exempt);
    new Trace(question, fold, recorder).of(policies.attached(), exempt);
    return decision(policies, question, fold);
  }

  private static long exempt(AppliedPolicies policies, AccessRequest request) {
    return Exemptions.slots(policies.requester(), request, policies.limits());
  }

  private static Decision decision(AppliedPolicies policies, Question question, Fold fold) {
    if (fold.isDenied()) {
      return fold.decision();
    }
    Layer missing = Grants.missing(policies, question, fold);
    return missing == null ? fold.decision() : Decision.ImplicitlyDenied.of(missing);
  }
}
