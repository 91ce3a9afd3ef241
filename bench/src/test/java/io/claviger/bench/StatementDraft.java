package io.claviger.bench;

import java.util.List;
import java.util.stream.Collectors;

/// A drawn statement, before it is policy text.
///
/// @param type the kind of resource that it is about; with the resource `*`, the kind whose service
///   it is about
/// @param isNotAction whether it has `NotAction` in place of `Action`
/// @param isNotResource whether it has `NotResource` in place of `Resource`
record StatementDraft(
    boolean isDeny,
    ResourceType type,
    boolean isNotAction,
    List<String> actions,
    boolean isNotResource,
    List<String> resources,
    List<ConditionDraft> conditions) {

  static final String ANY = "*";

  /// Whether it is about all resources.
  boolean isBroad() {
    return isNotResource || resources.contains(ANY);
  }

  boolean isNegated() {
    return isNotAction || isNotResource;
  }

  String json() {
    String condition = conditions.isEmpty() ? "" : ",\"Condition\":{" + block() + "}";
    return "{\"Effect\":\"%s\",\"%s\":%s,\"%s\":%s%s}"
        .formatted(
            isDeny ? "Deny" : "Allow",
            isNotAction ? "NotAction" : "Action",
            Json.texts(actions),
            isNotResource ? "NotResource" : "Resource",
            Json.texts(resources),
            condition);
  }

  private String block() {
    return conditions.stream().map(ConditionDraft::json).collect(Collectors.joining(","));
  }
}
