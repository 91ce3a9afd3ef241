package io.claviger.service.iam.simulate;

import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The condition keys that a decision would have looked at, had they had values.
///
/// AWS rule: IAM API Reference, "EvaluationResult", `MissingContextValues`.
final class MissingKeys {

  private MissingKeys() {}

  /// The keys in the statements that are about the action, each once, as first written.
  static List<String> of(Trace trace, AppliedPolicies policies, RequestContext context) {
    List<Statement> relevant = trace.aboutTheAction();
    return ReferencedKeys.inDocuments(documents(policies).map(document -> only(relevant, document)))
        .stream()
        .filter(key -> context.get(key) == null)
        .toList();
  }

  private static Stream<PolicyDocument> documents(AppliedPolicies policies) {
    List<AppliedPolicy> all = new ArrayList<>(policies.identity());
    policies.boundary().ifPresent(all::addAll);
    policies.resource().ifPresent(all::add);
    return all.stream().map(applied -> applied.policy().document());
  }

  private static PolicyDocument only(List<Statement> relevant, PolicyDocument document) {
    return new PolicyDocument(
        document.version(),
        document.id(),
        document.statements().stream().filter(relevant::contains).toList());
  }
}
