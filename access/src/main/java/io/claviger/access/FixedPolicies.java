package io.claviger.access;

import io.claviger.policy.decide.CompiledPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyDocument.Version;
import io.claviger.policy.document.Span;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.ActionElement;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.document.Statement.PrincipalElement;
import io.claviger.policy.document.Statement.PrincipalName;
import io.claviger.policy.document.Statement.PrincipalType;
import io.claviger.policy.document.Statement.ResourceElement;
import java.util.List;
import java.util.Optional;

/// Policies that nobody wrote. What stands in for one that is missing or cannot be read might have
/// denied, so its stand-in denies everything.
final class FixedPolicies {

  /// In place of an identity-based, boundary or session policy.
  static final CompiledPolicy UNREADABLE = denyAll(Optional.empty());

  /// In place of a resource-based policy.
  static final CompiledPolicy UNREADABLE_RESOURCE_POLICY =
      denyAll(
          Optional.of(
              new PrincipalElement(false, List.of(new PrincipalName(PrincipalType.ANYONE, "*")))));

  private FixedPolicies() {}

  /// An identity-based policy that allows these actions.
  static CompiledPolicy allowing(List<String> actions) {
    return compiled(Optional.empty(), Effect.ALLOW, Optional.empty(), actions);
  }

  private static CompiledPolicy denyAll(Optional<PrincipalElement> principal) {
    return compiled(Optional.of("UnreadablePolicy"), Effect.DENY, principal, List.of("*"));
  }

  private static CompiledPolicy compiled(
      Optional<String> sid,
      Effect effect,
      Optional<PrincipalElement> principal,
      List<String> actions) {
    Statement statement =
        new Statement(
            sid,
            effect,
            principal,
            new ActionElement(false, actions),
            Optional.of(new ResourceElement(false, List.of("*"))),
            List.of(),
            new Span(1, 1, 1, 1));
    return CompiledPolicy.compile(
        new PolicyDocument(Version.V2012_10_17, Optional.empty(), List.of(statement)));
  }
}
