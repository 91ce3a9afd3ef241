package io.claviger.policy.second;

import io.claviger.policy.document.Statement.ActionElement;

/// `Action` and `NotAction` (§12).
final class ActionRule {

  private ActionRule() {}

  static Kleene holds(ActionElement element, Facts facts) {
    Kleene listed = Kleene.NO;
    for (String pattern : element.patterns()) {
      listed = listed.or(lists(pattern, facts.action(), element.isNegated()));
    }
    return element.isNegated() ? listed.not() : listed;
  }

  /// A malformed pattern lists nothing; whether `NotAction` excludes by it cannot be told (§19).
  private static Kleene lists(String pattern, String action, boolean isNegated) {
    if (pattern.equals("*")) {
      return Kleene.YES;
    }
    int colon = pattern.indexOf(':');
    String service = colon < 0 ? "" : pattern.substring(0, colon);
    if (service.isEmpty() || service.contains("*") || service.contains("?")) {
      return isNegated ? Kleene.UNSURE : Kleene.NO;
    }
    return Kleene.of(Template.plain(Facts.small(pattern)).matches(action));
  }
}
