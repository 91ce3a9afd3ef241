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
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one statement matcher.
///
/// A statement matches when its principal, action, resource and all of its conditions do. What
/// cannot be evaluated makes an `Allow` miss and a `Deny` match.
///
/// AWS rule: IAM User Guide, "IAM JSON policy elements: Condition", and "Policy evaluation logic".
final class CompiledStatement {

  private static final CompiledCondition[] NO_CONDITIONS = {};

  private final Statement source;
  private final boolean isDeny;
  private final @Nullable PrincipalPatterns principals;
  private final ActionPatterns actions;
  private final @Nullable ResourcePatterns resources;
  private final CompiledCondition[] conditions;

  CompiledStatement(Statement source, boolean hasVariables) {
    this.source = source;
    this.isDeny = source.effect() == Effect.DENY;
    this.principals = source.principal().map(PrincipalPatterns::of).orElse(null);
    this.actions = ActionPatterns.of(source.action());
    this.resources =
        source.resource().map(element -> ResourcePatterns.of(element, hasVariables)).orElse(null);
    this.conditions =
        source.conditions().isEmpty()
            ? NO_CONDITIONS
            : source.conditions().stream()
                .map(condition -> CompiledCondition.of(condition, hasVariables))
                .toArray(CompiledCondition[]::new);
  }

  Statement source() {
    return source;
  }

  boolean isDeny() {
    return isDeny;
  }

  /// What the statement's `Action` or `NotAction` says.
  ActionPatterns actions() {
    return actions;
  }

  /// What its `Resource` or `NotResource` says; null where there is none, as in a trust policy.
  @Nullable ResourcePatterns resources() {
    return resources;
  }

  /// How the statement gets hold of the request; [Grip#NONE] if it does not match.
  ///
  /// @param misses is told every reason why not, and of a `Deny` also what cannot be told and so
  ///   counts as met; null if nobody asks, and then the first reason ends it
  Grip match(Question question, Layer layer, @Nullable List<Miss> misses) {
    Grip grip = grip(question, layer);
    boolean matches = grip != Grip.NONE;
    if (!matches && misses != null) {
      misses.add(new Miss.Principal(source.principal(), isPrincipalSupported(layer)));
    }
    if (matches || misses != null) {
      matches &= isAction(question, misses);
    }
    if (matches || misses != null) {
      matches &= isResource(question, layer, misses);
    }
    if (matches || misses != null) {
      matches &= areConditionsMet(question, misses);
    }
    return matches ? grip : Grip.NONE;
  }

  /// The same for a request whose action and resource the statement is known to be about.
  Grip matchBeyondResource(Question question, Layer layer) {
    Grip grip = grip(question, layer);
    return grip != Grip.NONE && areConditionsMet(question, null) ? grip : Grip.NONE;
  }

  /// Whether the statement is about the request's resource.
  boolean isResource(Question question, Layer layer) {
    return isResource(question, layer, null);
  }

  /// A condition of the statement, by which most requests that it does not match are told; null if
  /// it has none.
  @Nullable CompiledCondition firstCondition() {
    return conditions.length == 0 ? null : conditions[0];
  }

  /// Whom the statement is about, if it says so.
  @Nullable PrincipalPatterns principals() {
    return principals;
  }

  /// Whether nothing but the names in `Principal` and the first condition is left to be met beyond
  /// action and resource.
  boolean isPlain(Layer layer) {
    boolean isNegated = principals != null && principals.isNegated();
    return isOfLayer(layer) && !isNegated && conditions.length <= 1;
  }

  /// Whether the statement matches every request for its actions, whoever asks in whatever context.
  boolean isUnconditional(Layer layer) {
    return conditions.length == 0
        && (resources == null || resources.coversAll())
        && (needsPrincipal(layer)
            ? principals == null ? isDeny() : principals.isEveryone()
            : principals == null || isDeny());
  }

  /// A statement that is not in the form of its layer's policies is odd: whom an `Allow` means
  /// cannot be told, a `Deny` means everyone.
  private Grip grip(Question question, Layer layer) {
    if (principals == null || !needsPrincipal(layer)) {
      return isDeny() || isOfLayer(layer) ? Grip.DIRECT : Grip.NONE;
    }
    if (!principals.isNegated()) {
      return principals.grip(question.requester());
    }
    boolean isMeant = !principals.excepts(question.requester()) || hasNoWayOut(question);
    return isDeny() && isMeant ? Grip.DIRECT : Grip.NONE;
  }

  /// Whether the statement's principal element can mean anybody.
  private boolean isPrincipalSupported(Layer layer) {
    return isOfLayer(layer) && (principals == null || !principals.isNegated() || isDeny());
  }

  /// Whether a principal stands where the layer's policies have one, and nowhere else.
  private boolean isOfLayer(Layer layer) {
    return (principals != null) == needsPrincipal(layer);
  }

  private static boolean needsPrincipal(Layer layer) {
    return switch (layer) {
      case RESOURCE_CONTROL, VPC_ENDPOINT, RESOURCE -> true;
      case SERVICE_CONTROL, IDENTITY, PERMISSIONS_BOUNDARY, SESSION -> false;
    };
  }

  /// `NotPrincipal` with `Deny` always denies a principal that has a permissions boundary, listed
  /// or not.
  ///
  /// AWS rule: IAM User Guide, "AWS JSON policy elements: NotPrincipal".
  private static boolean hasNoWayOut(Question question) {
    return question.hasBoundary() && question.requester().accountId().isPresent();
  }

  private boolean isAction(Question question, @Nullable List<Miss> misses) {
    Truth truth = actions.covers(question.action());
    if (truth != Truth.TRUE && misses != null) {
      misses.add(new Miss.Action(source.action(), truth != Truth.UNKNOWN));
    }
    return holds(truth);
  }

  private boolean isResource(Question question, Layer layer, @Nullable List<Miss> misses) {
    if (resources == null) {
      return true;
    }
    Truth truth =
        resources.covers(question.resource(), question.context(), shortArns(layer), question);
    if (truth != Truth.TRUE && misses != null) {
      boolean isComparable = truth != Truth.UNKNOWN;
      Map<String, Optional<String>> variables = resources.values(question.context());
      source
          .resource()
          .ifPresent(element -> misses.add(new Miss.Resource(element, isComparable, variables)));
    }
    return holds(truth);
  }

  static ShortArns shortArns(Layer layer) {
    return switch (layer) {
      case IDENTITY, PERMISSIONS_BOUNDARY, SESSION -> ShortArns.ALL;
      case RESOURCE, VPC_ENDPOINT -> ShortArns.WITH_WILDCARD;
      case SERVICE_CONTROL -> ShortArns.WITH_WILDCARD_AT_END;
      case RESOURCE_CONTROL -> ShortArns.NONE;
    };
  }

  private boolean areConditionsMet(Question question, @Nullable List<Miss> misses) {
    boolean areMet = true;
    for (int i = 0; i < conditions.length && (areMet || misses != null); i++) {
      areMet &= isConditionMet(conditions[i], question, misses);
    }
    return areMet;
  }

  private boolean isConditionMet(
      CompiledCondition condition, Question question, @Nullable List<Miss> misses) {
    RequestContext context = question.context();
    Truth truth = condition.holds(context, question);
    if (truth != Truth.TRUE && misses != null) {
      Optional<List<String>> actual =
          Optional.ofNullable(context.get(condition.source().key())).map(ContextValues.Entry::all);
      misses.add(
          new Miss.UnmetCondition(
              condition.source(), actual, truth != Truth.UNKNOWN, condition.values(context)));
    }
    return holds(truth);
  }

  /// What cannot be told makes an `Allow` miss and a `Deny` match, each element for itself.
  boolean holds(Truth truth) {
    return truth.holds(isDeny);
  }
}
