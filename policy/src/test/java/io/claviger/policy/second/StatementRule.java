package io.claviger.policy.second;

import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.document.PolicyDocument.Version;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.document.Statement.Effect;

/// Whether a statement matches (§1.5).
final class StatementRule {

  private final Facts facts;
  private final PrincipalRule principals;
  private final Watcher watcher;

  StatementRule(Facts facts, PrincipalRule principals, Watcher watcher) {
    this.facts = facts;
    this.principals = principals;
    this.watcher = watcher;
  }

  /// What cannot be told makes an `Allow` miss and a `Deny` match (§1.7).
  boolean matches(Statement statement, Layer layer, AppliedPolicy policy) {
    boolean hasVariables = policy.policy().document().version() == Version.V2012_10_17; // §14.1
    Kleene matches = principal(statement, layer);
    matches = matches.and(ActionRule.holds(statement.action(), facts));
    if (statement.resource().isPresent()) { // A trust policy has none (§8.7).
      ResourceRule rule = new ResourceRule(layer, hasVariables, facts);
      matches = matches.and(rule.holds(statement.resource().get()));
    }
    for (Condition condition : statement.conditions()) {
      if (matches != Kleene.NO) {
        Kleene holds = new ConditionRule(condition, hasVariables, facts).holds();
        watcher.condition(condition, holds);
        matches = matches.and(holds);
      }
    }
    boolean isMatch =
        statement.effect() == Effect.DENY ? matches != Kleene.NO : matches == Kleene.YES;
    if (isMatch) {
      watcher.match(layer, statement);
    }
    return isMatch;
  }

  /// Required in resource-based policies, forbidden in the others (§10.7).
  private Kleene principal(Statement statement, Layer layer) {
    boolean isNeeded =
        switch (layer) {
          case RESOURCE, VPC_ENDPOINT, RESOURCE_CONTROL -> true;
          case SERVICE_CONTROL, IDENTITY, PERMISSIONS_BOUNDARY, SESSION -> false;
        };
    if (isNeeded != statement.principal().isPresent()) {
      return Kleene.UNSURE;
    }
    if (!isNeeded) {
      return Kleene.YES;
    }
    return Kleene.of(
        statement.effect() == Effect.DENY
            ? principals.isDenied(statement.principal().get())
            : worth(statement) != Worth.NOTHING);
  }

  /// What a statement of the resource policy that allows is worth.
  Worth worth(Statement statement) {
    return statement.principal().map(principals::worth).orElse(Worth.NOTHING);
  }
}
