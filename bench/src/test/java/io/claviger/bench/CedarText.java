package io.claviger.bench;

import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.ActionElement;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.document.Statement.ResourceElement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// IAM statements as Cedar policies with the same meaning.
///
/// What stands in Cedar's policy scope for exact actions and resources; patterns become `like` on
/// the context's `action` and `arn`, since Cedar's `like` takes strings, not entities. The
/// principal is known, so its policy variable is put in place beforehand, which spares Cedar work.
final class CedarText {

  private static final String ANY = "*";

  private final Principal principal;

  CedarText(Principal principal) {
    this.principal = principal;
  }

  /// The statement as a policy of its own.
  String policy(Statement statement) {
    String effect = statement.effect() == Effect.ALLOW ? "permit" : "forbid";
    ActionElement action = statement.action();
    ResourceElement resource = resource(statement);
    boolean isActionInScope =
        !action.isNegated() && action.patterns().stream().noneMatch(CedarText::isPattern);
    boolean isResourceInScope =
        !resource.isNegated() && resource.patterns().size() == 1 && !isPattern(value(resource));
    List<String> when = new ArrayList<>();
    if (!isActionInScope) {
      add(when, actions(action));
    }
    if (!isResourceInScope) {
      add(when, resources(resource));
    }
    statement.conditions().forEach(condition -> when.add(CedarCondition.of(condition).text()));
    return "%s(principal, action%s, resource%s)%s;"
        .formatted(
            effect,
            isActionInScope ? " in [" + entities("Action", action.patterns()) + ']' : "",
            isResourceInScope ? " == " + entities("Resource", resource.patterns()) : "",
            when.isEmpty() ? "" : " when { " + String.join(" && ", when) + " }");
  }

  /// The statement as an expression that says whether it matches.
  String expression(Statement statement) {
    List<String> all = new ArrayList<>();
    add(all, actions(statement.action()));
    add(all, resources(resource(statement)));
    statement.conditions().forEach(condition -> all.add(CedarCondition.of(condition).text()));
    return all.isEmpty() ? "true" : "(" + String.join(" && ", all) + ")";
  }

  private static void add(List<String> expressions, String expression) {
    if (!expression.equals("true")) {
      expressions.add(expression);
    }
  }

  private static ResourceElement resource(Statement statement) {
    return statement.resource().orElseThrow();
  }

  private static String value(ResourceElement resource) {
    return resource.patterns().getFirst();
  }

  private String actions(ActionElement element) {
    return negated(element.isNegated(), any(element.patterns(), "action", "Action"));
  }

  private String resources(ResourceElement element) {
    List<String> patterns =
        element.patterns().stream()
            .map(text -> text.replace("${" + principal.variable() + "}", principal.value()))
            .toList();
    return negated(element.isNegated(), any(patterns, "arn", "Resource"));
  }

  private static String negated(boolean isNegated, String expression) {
    return isNegated ? "!" + expression : expression;
  }

  private static String any(List<String> patterns, String attribute, String type) {
    if (patterns.contains(ANY)) {
      return "true";
    }
    return patterns.stream()
        .map(pattern ->
            isPattern(pattern)
                ? "context." + attribute + " like " + Json.text(pattern)
                : attributeOf(type) + " == " + entity(type, pattern))
        .collect(Collectors.joining(" || ", "(", ")"));
  }

  private static String attributeOf(String type) {
    return type.equals("Action") ? "action" : "resource";
  }

  private static boolean isPattern(String text) {
    return text.contains("*") || text.contains("${");
  }

  private static String entities(String type, List<String> ids) {
    return ids.stream().map(id -> entity(type, id)).collect(Collectors.joining(", "));
  }

  private static String entity(String type, String id) {
    return type + "::" + Json.text(id);
  }
}
