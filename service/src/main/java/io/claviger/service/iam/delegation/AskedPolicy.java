package io.claviger.service.iam.delegation;

import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.Effect;
import java.util.List;

/// The policy of a request, taken apart.
record AskedPolicy(PolicyDocument document) {

  private static final String BOUNDARY_KEY = "iam:PermissionsBoundary";

  /// @param text as [PolicyTemplate] has made it
  AskedPolicy(String text) {
    this(
        PolicyParser.parse(text, PolicyKind.IDENTITY)
            .document()
            .orElseThrow(() -> new IllegalStateException("A request's policy cannot be read")));
  }

  List<Statement> allowing() {
    return document.statements().stream().filter(each -> each.effect() == Effect.ALLOW).toList();
  }

  /// The permissions boundaries that roles made under the policy must have.
  ///
  /// AWS rule: IAM API Reference, "DelegationRequest", `RolePermissionRestrictionArns`.
  List<String> roleBoundaries() {
    return allowing().stream()
        .flatMap(statement -> statement.conditions().stream())
        .filter(condition -> condition.key().equalsIgnoreCase(BOUNDARY_KEY))
        .flatMap(condition -> condition.values().stream())
        .distinct()
        .toList();
  }
}
