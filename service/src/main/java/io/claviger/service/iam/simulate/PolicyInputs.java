package io.claviger.service.iam.simulate;

import io.claviger.base.AccountId;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.CompiledPolicy;
import io.claviger.policy.decide.PolicySource;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import io.claviger.policy.document.Span;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.PrincipalName;
import io.claviger.policy.document.Statement.PrincipalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Policies that a request brings along as texts, named by their place in it.
final class PolicyInputs {

  /// The source of what stands in for a resource policy where none is given.
  static final PolicySource STAND_IN =
      new PolicySource("", Optional.empty(), PolicySource.Holder.NONE);

  private PolicyInputs() {}

  /// The policies of a list, named `list.1`, `list.2` and so on.
  ///
  /// @throws io.claviger.wire.ServiceError for a text that is no policy of its kind
  static List<AppliedPolicy> identity(String list, List<String> texts) {
    List<AppliedPolicy> result = new ArrayList<>();
    for (String text : texts) {
      String name = list + '.' + (result.size() + 1);
      result.add(applied(name, text, PolicyKind.IDENTITY, PolicySource.Holder.NONE));
    }
    return result;
  }

  /// The policy that every simulated resource is taken to have: a resource-based policy, or a
  /// role's trust policy, which names no resource.
  ///
  /// @throws io.claviger.wire.ServiceError for a text that is neither
  static AppliedPolicy resource(String text) {
    boolean isTrust = PolicyParser.parse(text, PolicyKind.TRUST).document().isPresent();
    PolicyKind kind = isTrust ? PolicyKind.TRUST : PolicyKind.RESOURCE;
    return applied("ResourcePolicy", text, kind, PolicySource.Holder.RESOURCE);
  }

  /// What stands in for a resource policy where none is given: it leaves all to the identity-based
  /// policies of the owner's account. Roles and KMS keys would be closed to everybody without it.
  static AppliedPolicy trusting(AccountId account) {
    PrincipalName name = new PrincipalName(PrincipalType.AWS, account.digits());
    Statement statement =
        new Statement(
            Optional.empty(),
            Statement.Effect.ALLOW,
            Optional.of(new Statement.PrincipalElement(false, List.of(name))),
            new Statement.ActionElement(false, List.of("*")),
            Optional.of(new Statement.ResourceElement(false, List.of("*"))),
            List.of(),
            new Span(1, 1, 1, 1));
    return new AppliedPolicy(
        STAND_IN,
        CompiledPolicy.compile(
            new PolicyDocument(
                PolicyDocument.Version.V2012_10_17, Optional.empty(), List.of(statement))));
  }

  private static AppliedPolicy applied(
      String name, String text, PolicyKind kind, PolicySource.Holder holder) {
    ParsedPolicy parsed = PolicyParser.parse(text, kind);
    PolicyDocument document =
        parsed
            .document()
            .orElseThrow(() -> SimulationErrors.badPolicy(name, parsed.refusal().orElseThrow()));
    PolicySource source = new PolicySource(name, Optional.empty(), holder);
    return new AppliedPolicy(source, CompiledPolicy.compile(document));
  }
}
