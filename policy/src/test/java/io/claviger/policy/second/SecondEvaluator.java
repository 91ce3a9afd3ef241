package io.claviger.policy.second;

import io.claviger.base.AccountId;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.second.SecondOpinion.Outcome;
import io.claviger.policy.second.SecondOpinion.Place;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Decides by looking at every statement of every policy, one after the other.
final class SecondEvaluator {

  private final Requester requester;
  private final Facts facts;
  private final LayerView layers;
  private final StatementRule rule;
  private final boolean isSameAccount;

  private SecondEvaluator(AppliedPolicies policies, AccessRequest request) {
    this.requester = policies.requester();
    this.facts = Facts.of(request);
    this.layers = LayerView.of(policies);
    this.rule =
        new StatementRule(
            facts, new PrincipalRule(requester, layers.has(Layer.PERMISSIONS_BOUNDARY)));
    this.isSameAccount =
        requester.accountId().map(AccountId::digits).filter(facts.account()::equals).isPresent();
  }

  static SecondOpinion evaluate(AppliedPolicies policies, AccessRequest request) {
    return new SecondEvaluator(policies, request).decide();
  }

  private SecondOpinion decide() {
    Set<Place> denies = new HashSet<>();
    Layer denying = null;
    for (Layer layer : Layer.values()) {
      Set<Place> found = matching(layer, layers.policies(layer), Effect.DENY);
      denying = denying == null && !found.isEmpty() ? layer : denying;
      denies.addAll(found);
    }
    if (denying != null) { // §1.2
      return new SecondOpinion(Outcome.EXPLICITLY_DENIED, denying, denies);
    }
    Worth worth = bestWorth();
    Set<Layer> missing = EnumSet.noneOf(Layer.class);
    for (Layer layer : needed(worth)) {
      if (!allows(layer)) {
        missing.add(layer);
      }
    }
    if (!missing.isEmpty()) { // §1.3, §6.6
      return new SecondOpinion(Outcome.IMPLICITLY_DENIED, missing.iterator().next(), Set.of());
    }
    return new SecondOpinion(Outcome.ALLOWED, null, granting());
  }

  /// The layers that must allow.
  private Set<Layer> needed(Worth worth) {
    Set<Layer> needed = EnumSet.noneOf(Layer.class);
    for (Layer layer : List.of(Layer.RESOURCE_CONTROL, Layer.SERVICE_CONTROL, Layer.VPC_ENDPOINT)) {
      if (layers.has(layer)) {
        needed.add(layer);
      }
    }
    boolean insists = facts.asksForTrust() || facts.isAboutKmsKey();
    if (!isSameAccount || insists) { // §3.4, §7.3, §7.5, §8.1, §8.4
      needed.add(Layer.RESOURCE);
    }
    needed.addAll(neededOfRequester(worth));
    return needed;
  }

  /// The layers of the requester's own that must allow.
  private Set<Layer> neededOfRequester(Worth worth) {
    Set<Layer> needed = EnumSet.noneOf(Layer.class);
    boolean hasOwn = requester.accountId().isPresent() && !(requester instanceof Requester.Root);
    if (!hasOwn) { // §7.1, §7.3, §7.5
      return needed;
    }
    Worth worthHere = isSameAccount ? worth : Worth.ACCOUNT; // §3.2
    boolean hasBoundary = layers.has(Layer.PERMISSIONS_BOUNDARY);
    if (worthHere == Worth.DIRECT) {
      boolean isTrustedUser = facts.asksForTrust() && requester instanceof Requester.IamUser;
      if (isTrustedUser && hasBoundary) { // §4.4
        needed.add(Layer.PERMISSIONS_BOUNDARY);
      }
      return needed;
    }
    if (worthHere != Worth.BEHIND && !isFederatedByRoot()) {
      needed.add(Layer.IDENTITY);
    }
    if (hasBoundary) {
      needed.add(Layer.PERMISSIONS_BOUNDARY);
    }
    if (layers.has(Layer.SESSION) || requester instanceof Requester.FederatedUser) { // §2.6
      needed.add(Layer.SESSION);
    }
    return needed;
  }

  /// Root may do anything in its account (§7.1), so whom it federates is limited by the session
  /// policy only.
  private boolean isFederatedByRoot() {
    return requester instanceof Requester.FederatedUser federated
        && federated.userArn().filter(arn -> arn.resource().equals("root")).isPresent();
  }

  private boolean allows(Layer layer) {
    if (!layers.has(layer)) {
      return false;
    }
    for (List<AppliedPolicy> level : layers.levels(layer)) { // §5.1
      if (matching(layer, level, Effect.ALLOW).isEmpty()) {
        return false;
      }
    }
    return !layers.levels(layer).isEmpty();
  }

  private Set<Place> matching(Layer layer, Collection<AppliedPolicy> policies, Effect effect) {
    Set<Place> places = new HashSet<>();
    for (AppliedPolicy policy : policies) {
      List<Statement> statements = policy.policy().document().statements();
      for (int i = 0; i < statements.size(); i++) {
        Statement statement = statements.get(i);
        if (statement.effect() == effect && rule.matches(statement, layer, policy)) {
          places.add(new Place(layer, policy.source(), i));
        }
      }
    }
    return places;
  }

  /// What the most generous matching statement of the resource policy is worth.
  private Worth bestWorth() {
    Worth best = Worth.NOTHING;
    for (AppliedPolicy policy : layers.policies(Layer.RESOURCE)) {
      List<Statement> statements = policy.policy().document().statements();
      for (Statement statement : statements) {
        if (statement.effect() == Effect.ALLOW && rule.matches(statement, Layer.RESOURCE, policy)) {
          Worth worth = rule.worth(statement);
          best = worth.compareTo(best) > 0 ? worth : best;
        }
      }
    }
    return best;
  }

  /// The matching statements of the layers that grant: identity and resource policies.
  private Set<Place> granting() {
    Set<Place> granting = new HashSet<>();
    for (Layer layer : List.of(Layer.RESOURCE, Layer.IDENTITY)) {
      granting.addAll(matching(layer, layers.policies(layer), Effect.ALLOW));
    }
    return granting;
  }
}
