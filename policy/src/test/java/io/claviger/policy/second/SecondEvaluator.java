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
import java.util.ArrayList;
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
  private final List<Verdict> matching = new ArrayList<>();

  private SecondEvaluator(AppliedPolicies policies, AccessRequest request, Watcher watcher) {
    this.requester = policies.requester();
    this.facts = Facts.of(request);
    this.layers = LayerView.of(policies, facts);
    boolean hasBoundary = layers.has(Layer.PERMISSIONS_BOUNDARY);
    this.rule = new StatementRule(facts, new PrincipalRule(requester, hasBoundary), watcher);
    this.isSameAccount =
        requester.accountId().map(AccountId::digits).filter(facts.account()::equals).isPresent();
  }

  static SecondEvaluator of(AppliedPolicies policies, AccessRequest request, Watcher watcher) {
    SecondEvaluator evaluator = new SecondEvaluator(policies, request, watcher);
    if (!evaluator.needsNoPermission()) {
      evaluator.layers.levels().forEach(evaluator::match);
    }
    return evaluator;
  }

  /// §8.6.
  private boolean needsNoPermission() {
    return requester.accountId().isPresent() && facts.needsNoPermission();
  }

  /// All statements that match.
  Set<Place> matches() {
    Set<Place> places = new HashSet<>();
    matching.forEach(verdict -> places.add(verdict.place()));
    return places;
  }

  SecondOpinion opinion() {
    if (needsNoPermission()) {
      return new SecondOpinion(Outcome.ALLOWED, null, Set.of());
    }
    Set<Place> denies = new HashSet<>();
    for (Layer layer : Layer.values()) {
      denies.addAll(places(layer, Effect.DENY));
    }
    for (Layer layer : Layer.values()) {
      if (!matching(layer, Effect.DENY).isEmpty()) { // §1.2
        return new SecondOpinion(Outcome.EXPLICITLY_DENIED, layer, denies);
      }
    }
    Set<Layer> needed = needed(bestWorth());
    for (Layer layer : Layer.values()) {
      if (needed.contains(layer) && !allows(layer)) { // §1.3, §6.6
        return new SecondOpinion(Outcome.IMPLICITLY_DENIED, layer, Set.of());
      }
    }
    // The layers that grant, §1.4.
    Set<Place> grants = new HashSet<>(places(Layer.RESOURCE, Effect.ALLOW));
    grants.addAll(places(Layer.IDENTITY, Effect.ALLOW));
    return new SecondOpinion(Outcome.ALLOWED, null, grants);
  }

  private void match(Layer layer, List<List<AppliedPolicy>> levels) {
    for (int level = 0; level < levels.size(); level++) {
      for (AppliedPolicy policy : levels.get(level)) {
        List<Statement> statements = policy.policy().document().statements();
        for (int i = 0; i < statements.size(); i++) {
          if (rule.matches(statements.get(i), layer, policy)) {
            Place place = new Place(layer, policy.source(), i);
            matching.add(new Verdict(place, level, statements.get(i)));
          }
        }
      }
    }
  }

  /// The layers that must allow.
  private Set<Layer> needed(Worth worth) {
    Set<Layer> needed = neededOfRequester(worth);
    for (Layer layer : List.of(Layer.RESOURCE_CONTROL, Layer.SERVICE_CONTROL, Layer.VPC_ENDPOINT)) {
      if (layers.has(layer)) {
        needed.add(layer);
      }
    }
    boolean insists = facts.asksForTrust() || facts.asksForKey();
    if (!isSameAccount || insists) { // §3.4, §7.3, §7.5, §8.1, §8.4
      needed.add(Layer.RESOURCE);
    }
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
      if (facts.asksForTrust() && hasBoundary) { // §4.4
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

  /// Whether there is an `Allow` on every level (§5.1).
  boolean allows(Layer layer) {
    Set<Integer> levels = new HashSet<>();
    matching(layer, Effect.ALLOW).forEach(verdict -> levels.add(verdict.level()));
    return layers.has(layer) && levels.size() == layers.levels(layer).size();
  }

  /// What the most generous matching statement of the resource policy is worth.
  private Worth bestWorth() {
    Worth best = Worth.NOTHING;
    for (Verdict verdict : matching(Layer.RESOURCE, Effect.ALLOW)) {
      Worth worth = rule.worth(verdict.statement());
      best = worth.compareTo(best) > 0 ? worth : best;
    }
    return best;
  }

  private List<Verdict> matching(Layer layer, Effect effect) {
    List<Verdict> found = new ArrayList<>();
    for (Verdict verdict : matching) {
      if (verdict.is(layer, effect)) {
        found.add(verdict);
      }
    }
    return found;
  }

  private Set<Place> places(Layer layer, Effect effect) {
    Set<Place> places = new HashSet<>();
    matching(layer, effect).forEach(verdict -> places.add(verdict.place()));
    return places;
  }
}
