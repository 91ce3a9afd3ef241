package io.claviger.policy.explain;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.Miss;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.Statement.PrincipalElement;
import io.claviger.policy.document.Statement.PrincipalName;
import io.claviger.policy.document.Statement.PrincipalType;
import java.util.List;
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
      case Miss.Principal(var element) -> principal(element);
      case Miss.Action(var element) ->
          element.isNegated()
              ? "NotAction: " + request.action() + " is among " + list(element.patterns())
              : "Action: " + request.action() + " is not among " + list(element.patterns());
      case Miss.Resource(var element) ->
          element.isNegated()
              ? "NotResource: " + request.resource() + " is among " + list(element.patterns())
              : "Resource: " + request.resource() + " is not among " + list(element.patterns());
      case Miss.UnmetCondition unmet -> condition(unmet);
    };
  }

  private String principal(Optional<PrincipalElement> element) {
    String name = DenialMessage.name(requester);
    if (element.isEmpty()) {
      return "Principal: there is none, so nobody is meant";
    }
    List<String> names = element.get().names().stream().map(MissWords::name).toList();
    return element.get().isNegated()
        ? "NotPrincipal: " + name + " is among " + list(names)
        : "Principal: " + name + " is not among " + list(names);
  }

  private static String name(PrincipalName name) {
    return name.type() == PrincipalType.ANYONE ? "*" : name.value();
  }

  private static String condition(Miss.UnmetCondition unmet) {
    String actual =
        unmet
            .actual()
            .map(values -> values.isEmpty() ? "has it with no values" : "has " + quoted(values))
            .orElse("has no such key");
    String verdict = unmet.isComparable() ? "" : ", which cannot be compared";
    return "Condition: "
        + unmet.condition().operator()
        + ' '
        + unmet.condition().key()
        + ' '
        + quoted(unmet.condition().values())
        + ", but the request "
        + actual
        + verdict;
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
