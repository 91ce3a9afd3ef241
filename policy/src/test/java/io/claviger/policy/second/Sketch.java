package io.claviger.policy.second;

import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.CompiledPolicy;
import io.claviger.policy.decide.PolicySource;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyDocument.Version;
import io.claviger.policy.document.Span;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.ActionElement;
import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.document.Statement.PrincipalElement;
import io.claviger.policy.document.Statement.PrincipalName;
import io.claviger.policy.document.Statement.PrincipalType;
import io.claviger.policy.document.Statement.ResourceElement;
import java.util.List;
import java.util.Optional;

/// Statements for exhaustive tests, in few words. Immutable; each `with` gives another.
record Sketch(
    Effect effect,
    Optional<PrincipalElement> principal,
    ActionElement action,
    Optional<ResourceElement> resource,
    List<Condition> conditions) {

  /// Any action on any resource.
  static Sketch of(Effect effect) {
    return new Sketch(
        effect,
        Optional.empty(),
        new ActionElement(false, List.of("*")),
        Optional.of(new ResourceElement(false, List.of("*"))),
        List.of());
  }

  /// @param names ARNs, accounts and the like; none for everybody
  Sketch withPrincipal(boolean isNegated, List<String> names) {
    List<PrincipalName> all =
        names.isEmpty()
            ? List.of(new PrincipalName(PrincipalType.ANYONE, "*"))
            : names.stream().map(name -> new PrincipalName(PrincipalType.AWS, name)).toList();
    PrincipalElement element = new PrincipalElement(isNegated, all);
    return new Sketch(effect, Optional.of(element), action, resource, conditions);
  }

  Sketch withAction(boolean isNegated, List<String> patterns) {
    return new Sketch(
        effect, principal, new ActionElement(isNegated, patterns), resource, conditions);
  }

  Sketch withResource(boolean isNegated, List<String> patterns) {
    ResourceElement element = new ResourceElement(isNegated, patterns);
    return new Sketch(effect, principal, action, Optional.of(element), conditions);
  }

  Sketch withCondition(String operator, String key, List<String> values) {
    List<Condition> one = List.of(new Condition(operator, key, values));
    return new Sketch(effect, principal, action, resource, one);
  }

  /// A policy of this statement alone.
  AppliedPolicy policy(String name) {
    Statement statement =
        new Statement(Optional.empty(), effect, principal, action, resource, conditions, Span.NONE);
    PolicyDocument document =
        new PolicyDocument(Version.V2012_10_17, Optional.empty(), List.of(statement));
    return new AppliedPolicy(
        new PolicySource(name, Optional.empty(), PolicySource.Holder.NONE),
        CompiledPolicy.compile(document));
  }
}
