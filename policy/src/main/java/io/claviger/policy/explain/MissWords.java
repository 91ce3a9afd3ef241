package io.claviger.policy.explain;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.Miss;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.ConditionOperator;
import io.claviger.policy.document.ConditionOperator.Comparison;
import io.claviger.policy.document.ConditionOperator.Quantifier;
import io.claviger.policy.document.Statement.PrincipalElement;
import io.claviger.policy.document.Statement.PrincipalName;
import io.claviger.policy.document.Statement.PrincipalType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says why a statement did not match: which element, and what met what.
public final class MissWords {

  private static final int MOST_VALUES = 5;

  private final Requester requester;
  private final AccessRequest request;

  private MissWords(Requester requester, AccessRequest request) {
    this.requester = requester;
    this.request = request;
  }

  /// One reason, without a full stop: `Action: s3:PutObject is not among s3:Get*, s3:List*`.
  public static String of(Miss miss, Requester requester, AccessRequest request) {
    return new MissWords(requester, request).words(miss);
  }

  private String words(Miss miss) {
    return switch (miss) {
      case Miss.Principal(var element, boolean isSupported) -> principal(element, isSupported);
      case Miss.Action(var element, boolean isComparable) ->
          listed("Action", request.action(), element.patterns(), element.isNegated(), isComparable);
      case Miss.Resource(var element, boolean isComparable, var variables) ->
          listed(
                  "Resource",
                  request.resource(),
                  element.patterns(),
                  element.isNegated(),
                  isComparable)
              + where(variables);
      case Miss.UnmetCondition unmet -> condition(unmet);
    };
  }

  private static String listed(
      String element,
      String asked,
      List<String> patterns,
      boolean isNegated,
      boolean isComparable) {
    String name = isNegated ? "Not" + element : element;
    if (!isComparable) {
      return name + ": " + asked + " cannot be compared with " + list(patterns);
    }
    return name + ": " + asked + (isNegated ? " is among " : " is not among ") + list(patterns);
  }

  private String principal(Optional<PrincipalElement> element, boolean isSupported) {
    String name = DenialMessage.name(requester);
    if (element.isEmpty()) {
      return "Principal: there is none, so nobody is meant";
    }
    if (!isSupported) {
      return element.get().isNegated()
          ? "NotPrincipal: with Allow it means nobody"
          : "Principal: such a policy has none, so nobody is meant";
    }
    List<String> names = element.get().names().stream().map(MissWords::name).toList();
    return element.get().isNegated()
        ? "NotPrincipal: " + name + " is among " + list(names)
        : "Principal: " + name + " is not among " + list(names);
  }

  private static String name(PrincipalName name) {
    return name.type() == PrincipalType.ANYONE ? "*" : name.value();
  }

  private String condition(Miss.UnmetCondition unmet) {
    String actual =
        unmet
            .actual()
            .map(values -> values.isEmpty() ? "has it with no values" : "has " + quoted(values))
            .orElse("has no such key");
    return "Condition: "
        + unmet.condition().operator()
        + ' '
        + unmet.condition().key()
        + ' '
        + quoted(unmet.condition().values())
        + where(unmet.variables())
        + ", but the request "
        + actual
        + verdict(unmet);
  }

  private String verdict(Miss.UnmetCondition unmet) {
    Optional<ConditionOperator> operator = ConditionOperator.find(unmet.condition().operator());
    if (operator.isEmpty()) {
      return "; there is no such operator";
    }
    if (!unmet.isComparable()) {
      return ", which cannot be compared";
    }
    RequestContext.Value value = request.context().get(unmet.condition().key());
    boolean wantsSetOperator =
        value != null
            && value.isMultivalued()
            && operator.get().quantifier() == Quantifier.NONE
            && operator.get().comparison() != Comparison.NULL;
    return wantsSetOperator ? "; a key of several values wants ForAllValues or ForAnyValue" : "";
  }

  /// What the variables stand for: `, where ${aws:username} is "ana"`.
  private static String where(Map<String, Optional<String>> variables) {
    List<String> said =
        variables.entrySet().stream()
            .map(variable ->
                "${"
                    + variable.getKey()
                    + '}'
                    + variable
                        .getValue()
                        .map(value -> " is \"" + value + '"')
                        .orElse(" has no value"))
            .toList();
    return said.isEmpty() ? "" : ", where " + list(said);
  }

  private static String quoted(List<String> values) {
    return list(values.stream().map(value -> '"' + value + '"').toList());
  }

  private static String list(List<String> values) {
    if (values.isEmpty()) {
      return "an empty list";
    }
    String shown = values.stream().limit(MOST_VALUES).collect(Collectors.joining(", "));
    int more = values.size() - MOST_VALUES;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
