package io.claviger.policy.decide;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Folds the statements of one layer: which deny, which allow, and how well. Confined to one
/// decision.
///
/// Every statement is looked at, even after a deny, so that what decided is named completely and
/// does not depend on the order of statements.
final class LayerFold {

  private final Layer layer;
  private final Question question;
  private final @Nullable Recorder recorder;

  private List<MatchedStatement> denies = List.of();
  private List<MatchedStatement> allows = List.of();
  private Grip best = Grip.NONE;
  private boolean isAllowing;

  LayerFold(Layer layer, Question question, @Nullable Recorder recorder) {
    this.layer = layer;
    this.question = question;
    this.recorder = recorder;
  }

  /// Policies whose union must allow.
  LayerFold union(List<AppliedPolicy> policies) {
    fold(policies);
    return done(best != Grip.NONE);
  }

  /// Levels each of which must allow.
  LayerFold levels(List<AppliedPolicies.Level> levels) {
    boolean allAllow = true;
    for (AppliedPolicies.Level level : levels) {
      best = Grip.NONE;
      fold(level.policies());
      allAllow &= best != Grip.NONE;
    }
    return done(allAllow);
  }

  /// A layer that does not exist for the request, and so neither limits nor grants.
  LayerFold absent(boolean allowing) {
    isAllowing = allowing;
    return this;
  }

  private LayerFold done(boolean allowing) {
    isAllowing = allowing;
    if (recorder != null) {
      recorder.layer(layer, allowing);
    }
    return this;
  }

  private void fold(List<AppliedPolicy> policies) {
    for (int i = 0; i < policies.size(); i++) {
      AppliedPolicy applied = policies.get(i);
      List<CompiledStatement> statements = applied.policy().statements();
      for (int index = 0; index < statements.size(); index++) {
        fold(applied.source(), index, statements.get(index));
      }
    }
  }

  private void fold(PolicySource policy, int index, CompiledStatement statement) {
    Grip grip = recorder == null ? match(statement) : record(recorder, policy, index, statement);
    if (grip == Grip.NONE) {
      return;
    }
    MatchedStatement matched = new MatchedStatement(layer, policy, index, statement.source());
    if (statement.isDeny()) {
      denies = plus(denies, matched);
    } else {
      allows = plus(allows, matched);
      best = grip.compareTo(best) > 0 ? grip : best;
    }
  }

  private Grip match(CompiledStatement statement) {
    return statement.match(question, layer, null);
  }

  private Grip record(Recorder to, PolicySource policy, int index, CompiledStatement statement) {
    List<Miss> misses = new ArrayList<>();
    Grip grip = statement.match(question, layer, misses);
    to.statement(new StatementOutcome(layer, policy, index, statement.source(), misses));
    return grip;
  }

  private static List<MatchedStatement> plus(List<MatchedStatement> list, MatchedStatement one) {
    if (list.isEmpty()) {
      return List.of(one);
    }
    List<MatchedStatement> more =
        list instanceof ArrayList<MatchedStatement> ? list : new ArrayList<>(list);
    more.add(one);
    return more;
  }

  Layer layer() {
    return layer;
  }

  List<MatchedStatement> denies() {
    return denies;
  }

  List<MatchedStatement> allows() {
    return allows;
  }

  /// How the best of the allowing statements gets hold of the requester.
  Grip best() {
    return best;
  }

  /// Whether the layer allows, or does not exist and so does not limit.
  boolean isAllowing() {
    return isAllowing;
  }
}
