package io.claviger.bench;

import io.claviger.policy.decide.RequestContext;
import java.util.List;
import java.util.stream.Collectors;

/// A condition of a drawn statement, with a value of its key that meets it and one that does not.
///
/// @param met the key's values in a request that meets the condition; empty for an absent key
/// @param unmet the same for one that does not
/// @param isMultivalued whether the key is
record ConditionDraft(
    String operator,
    String key,
    List<String> values,
    List<String> met,
    List<String> unmet,
    boolean isMultivalued) {

  static ConditionDraft of(
      String operator, String key, List<String> values, List<String> met, List<String> unmet) {
    return new ConditionDraft(operator, key, values, met, unmet, false);
  }

  static ConditionDraft ofMany(
      String operator, String key, List<String> values, List<String> met, List<String> unmet) {
    return new ConditionDraft(operator, key, values, met, unmet, true);
  }

  /// The context with the key set so that the condition is met, or is not. An absent key can only
  /// be had where the context lacks it already.
  RequestContext in(RequestContext context, boolean isToBeMet) {
    List<String> chosen = isToBeMet ? met : unmet;
    if (isMultivalued) {
      return context.with(key, chosen);
    }
    return chosen.isEmpty() ? context : context.with(key, chosen.getFirst());
  }

  String json() {
    String all = values.stream().map(Json::text).collect(Collectors.joining(","));
    return "%s:{%s:%s}"
        .formatted(Json.text(operator), Json.text(key), values.size() == 1 ? all : "[" + all + "]");
  }
}
