package io.claviger.policy.decide;

import io.claviger.policy.condition.CodedCondition;
import io.claviger.policy.condition.CodedContext;
import io.claviger.policy.condition.CompiledCondition;
import io.claviger.policy.match.ArnPattern;
import io.claviger.policy.match.Match;
import io.claviger.policy.match.ShortArns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A compiled statement at its place: in a policy, and that in a layer.
final class PlacedStatement {

  /// By layer, then as the policies and their statements stand there.
  static final Comparator<PlacedStatement> IN_ORDER =
      Comparator.comparing(PlacedStatement::layer).thenComparingInt(placed -> placed.order);

  private final CompiledStatement statement;
  private final MatchedStatement place;
  private final long slot;
  private final int order;

  // Asked of every candidate, hence kept near.
  private final Layer layer;
  private final ShortArns shortArns;

  /// Whether the two that follow say all that must be met beyond action and resource.
  private final boolean isPlain;

  /// Whom the statement is about; null for everyone.
  private final @Nullable PrincipalPatterns principals;

  /// The only condition; null if there is none.
  private final @Nullable CompiledCondition condition;

  /// What is mostly enough of it.
  private final @Nullable CodedCondition coded;

  private final boolean isDeny;
  private final boolean onlyLimits;

  // Made when first needed, and then the same for every request that this statement alone decides.
  // Two threads may make it at once, which does no harm: it is immutable.
  private @Nullable Decision alone;

  private PlacedStatement(
      CompiledStatement statement, MatchedStatement place, long slot, int order) {
    this.statement = statement;
    this.place = place;
    this.slot = slot;
    this.order = order;
    this.layer = place.layer();
    this.shortArns = CompiledStatement.shortArns(layer);
    this.isPlain = statement.isPlain(layer);
    this.principals = isPlain ? statement.principals() : null;
    this.condition = isPlain ? statement.firstCondition() : null;
    this.coded = condition == null ? null : condition.coded();
    this.isDeny = statement.isDeny();
    this.onlyLimits = !isDeny && (slot & Slots.GRANTING) == 0;
  }

  /// All statements of the policies, in order.
  static List<PlacedStatement> all(List<Attached> attached) {
    List<PlacedStatement> all = new ArrayList<>();
    for (Attached one : attached) {
      for (AppliedPolicy policy : one.policies()) {
        List<CompiledStatement> statements = policy.policy().statements();
        for (int i = 0; i < statements.size(); i++) {
          MatchedStatement place =
              new MatchedStatement(one.layer(), policy.source(), i, statements.get(i).source());
          all.add(new PlacedStatement(statements.get(i), place, one.slot(), all.size()));
        }
      }
    }
    return all;
  }

  CompiledStatement statement() {
    return statement;
  }

  MatchedStatement place() {
    return place;
  }

  Layer layer() {
    return layer;
  }

  long slot() {
    return slot;
  }

  boolean isDeny() {
    return isDeny;
  }

  /// Whether the statement can do no more than fill a slot that others fill as well.
  boolean onlyLimits() {
    return onlyLimits;
  }

  /// Adds the statement to the fold as it matches; its action is known to.
  ///
  /// @param alternative the one of its resource patterns that may match; null for any
  void offer(Question question, @Nullable ArnPattern alternative, Fold fold) {
    if (!fold.isIdle(this) && isResource(question, alternative)) {
      fold.add(this, matchBeyondResource(question));
    }
  }

  /// The same where the resource is known to match, too.
  void offerBeyondResource(Question question, Fold fold) {
    if (!fold.isIdle(this)) {
      fold.add(this, matchBeyondResource(question));
    }
  }

  private boolean isResource(Question question, @Nullable ArnPattern alternative) {
    return alternative == null
        ? statement.isResource(question, layer)
        : alternative.match(question.resource(), question.context(), shortArns, question)
            == Match.YES;
  }

  // INVARIANT: what is plain is matched here as CompiledStatement.matchBeyondResource does it, for
  // which nothing but this object need be read. StatementIndexTest compares the two.
  private Grip matchBeyondResource(Question question) {
    if (!isPlain) {
      return statement.matchBeyondResource(question, layer);
    }
    Grip grip = principals == null ? Grip.DIRECT : principals.grip(question.requester());
    return grip != Grip.NONE && isConditionMet(question) ? grip : Grip.NONE;
  }

  private boolean isConditionMet(Question question) {
    CodedContext context = question.context();
    if (coded == null || condition == null) {
      return true;
    }
    return condition.holds(coded.holds(context), context, question).holds(isDeny);
  }

  /// What is decided where no other statement decides.
  Decision alone() {
    Decision decision = alone;
    if (decision == null) {
      List<MatchedStatement> deciding = List.of(place);
      decision =
          isDeny()
              ? new Decision.ExplicitlyDenied(layer(), deciding)
              : new Decision.Allowed(deciding);
      alone = decision;
    }
    return decision;
  }
}
