package io.claviger.policy.decide;

import io.claviger.policy.condition.CompiledCondition;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.match.ActionPatterns;
import io.claviger.policy.match.ContextValues;
import io.claviger.policy.match.ResourcePatterns;
import io.claviger.policy.match.ShortArns;
import io.claviger.policy.match.Truth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one statement matcher.
///
/// A statement matches when its principal, action, resource and all of its conditions do. What
/// cannot be evaluated makes an `Allow` miss and a `Deny` match.
///
/// AWS rule: IAM User Guide, "IAM JSON policy elements: Condition", and "Policy evaluation logic".
final class CompiledStatement {

  private final Statement source;
  private final @Nullable PrincipalPatterns principals;
  private final ActionPatterns actions;
  private final @Nullable ResourcePatterns resources;
  private final List<CompiledCondition> conditions;

  CompiledStatement(Statement source, boolean hasVariables) {
    this.source = source;
    this.principals = source.principal().map(PrincipalPatterns::new).orElse(null);
    this.actions = ActionPatterns.of(source.action());
    this.resources =
        source.resource().map(element -> ResourcePatterns.of(element, hasVariables)).orElse(null);
    this.conditions =
        source.conditions().stream()
            .map(condition -> CompiledCondition.of(condition, hasVariables))
            .toList();
  }

  Statement source() {
    return source;
  }

  boolean isDeny() {
    return source.effect() == Effect.DENY;
  }

  /// How the statement gets hold of the request; [Grip#NONE] if it does not match.
  ///
  /// @param misses is told every reason why not; null if nobody asks, and then the first ends it
  Grip match(Question question, Layer layer, @Nullable List<Miss> misses) {
    Grip grip = grip(question, layer);
    Truth truth = Truth.of(grip != Grip.NONE);
    if (truth == Truth.FALSE && misses != null) {
      misses.add(new Miss.Principal(source.principal()));
    }
    if (truth != Truth.FALSE || misses != null) {
      truth = truth.and(action(question, misses));
    }
    if (truth != Truth.FALSE || misses != null) {
      truth = truth.and(resource(question, layer, misses));
    }
    for (int i = 0; i < conditions.size() && (truth != Truth.FALSE || misses != null); i++) {
      truth = truth.and(condition(conditions.get(i), question.context(), misses));
    }
    return holds(truth) ? grip : Grip.NONE;
  }

  /// A statement that is not in the form of its layer's policies is odd: whom an `Allow` means
  /// cannot be told, a `Deny` means everyone.
  private Grip grip(Question question, Layer layer) {
    boolean needsPrincipal =
        switch (layer) {
          case RESOURCE_CONTROL, VPC_ENDPOINT, RESOURCE -> true;
          case SERVICE_CONTROL, IDENTITY, PERMISSIONS_BOUNDARY, SESSION -> false;
        };
    if (principals == null || !needsPrincipal) {
      return isDeny() || (principals != null) == needsPrincipal ? Grip.DIRECT : Grip.NONE;
    }
    if (!principals.isNegated()) {
      return principals.grip(question.requester());
    }
    boolean isMeant = !principals.excepts(question.requester()) || hasNoWayOut(question);
    return isDeny() && isMeant ? Grip.DIRECT : Grip.NONE;
  }

  /// `NotPrincipal` with `Deny` always denies a principal that has a permissions boundary, listed
  /// or not.
  ///
  /// AWS rule: IAM User Guide, "AWS JSON policy elements: NotPrincipal".
  private static boolean hasNoWayOut(Question question) {
    return question.hasBoundary() && question.requester().accountId().isPresent();
  }

  private Truth action(Question question, @Nullable List<Miss> misses) {
    Truth truth = actions.covers(question.action());
    if (misses != null && !holds(truth)) {
      misses.add(new Miss.Action(source.action()));
    }
    return truth;
  }

  private Truth resource(Question question, Layer layer, @Nullable List<Miss> misses) {
    if (resources == null) {
      return Truth.TRUE;
    }
    Truth truth = resources.covers(question.resource(), question.context(), shortArns(layer));
    if (misses != null && !holds(truth)) {
      source.resource().ifPresent(element -> misses.add(new Miss.Resource(element)));
    }
    return truth;
  }

  private static ShortArns shortArns(Layer layer) {
    return switch (layer) {
      case IDENTITY, PERMISSIONS_BOUNDARY, SESSION -> ShortArns.ALL;
      case RESOURCE, VPC_ENDPOINT -> ShortArns.WITH_WILDCARD;
      case SERVICE_CONTROL -> ShortArns.WITH_WILDCARD_AT_END;
      case RESOURCE_CONTROL -> ShortArns.NONE;
    };
  }

  private Truth condition(
      CompiledCondition condition, ContextValues context, @Nullable List<Miss> misses) {
    Truth truth = condition.holds(context);
    if (misses != null && !holds(truth)) {
      Optional<List<String>> actual =
          Optional.ofNullable(context.get(condition.source().key())).map(ContextValues.Entry::all);
      misses.add(new Miss.UnmetCondition(condition.source(), actual, truth != Truth.UNKNOWN));
    }
    return truth;
  }

  private boolean holds(Truth truth) {
    return truth == Truth.TRUE || (truth == Truth.UNKNOWN && isDeny());
  }
}
