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

/// Policies that nobody wrote: what stands in for one that cannot be read, and what the root user
/// may.
final class FixedPolicies {

  /// In place of an identity-based, boundary or session policy that is missing or cannot be read.
  /// It might have denied, so it denies.
  static final CompiledPolicy UNREADABLE =
      policy("UnreadablePolicy", Effect.DENY, Optional.empty());

  /// In place of a resource-based policy that cannot be read.
  static final CompiledPolicy UNREADABLE_RESOURCE_POLICY =
      policy(
          "UnreadablePolicy",
          Effect.DENY,
          Optional.of(
              new PrincipalElement(false, List.of(new PrincipalName(PrincipalType.ANYONE, "*")))));

  /// All that the root user may, as the identity-based policy of a session that it federated.
  static final CompiledPolicy EVERYTHING = policy("RootUser", Effect.ALLOW, Optional.empty());

  /// The trust policy of a role that does not exist: nobody may assume it.
  static final CompiledPolicy NOTHING =
      CompiledPolicy.compile(new PolicyDocument(Version.V2012_10_17, Optional.empty(), List.of()));

  private FixedPolicies() {}

  private static CompiledPolicy policy(
      String sid, Effect effect, Optional<PrincipalElement> principal) {
    Statement statement =
        new Statement(
            Optional.of(sid),
            effect,
            principal,
            new ActionElement(false, List.of("*")),
            Optional.of(new ResourceElement(false, List.of("*"))),
            List.of(),
            new Span(1, 1, 1, 1));
    return CompiledPolicy.compile(
        new PolicyDocument(Version.V2012_10_17, Optional.empty(), List.of(statement)));
  }
}
