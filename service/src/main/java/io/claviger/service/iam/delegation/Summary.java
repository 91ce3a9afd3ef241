package io.claviger.service.iam.delegation;

import io.claviger.account.DelegationRequest;
import io.claviger.policy.document.AsciiCase;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.ActionElement;
import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.document.Statement.ResourceElement;
import io.claviger.policy.match.ActionPatterns;
import io.claviger.policy.match.Truth;
import io.claviger.reference.AccessLevel;
import io.claviger.reference.Action;
import io.claviger.reference.Service;
import io.claviger.reference.ServiceReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts the policy of a request into words: by statement its services, their access levels and
/// actions, resources and conditions. Nothing is left out and nothing is judged.
///
/// AWS rule: IAM User Guide, "Access levels in policy summaries".
record Summary(ServiceReference reference) {

  private static final String ORIGIN =
      "This summary was made by rules from the policy, not by a language model. The policy is what"
          + " counts.";

  String of(DelegationRequest request) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s (account %s) asks for access for %s, within what whoever accepts the request may do."
            .formatted(
                request.requestorName(),
                request.requestor(),
                duration(Duration.ofSeconds(request.sessionSeconds()))));
    lines.add(ORIGIN);
    for (Statement statement : new AskedPolicy(request.policy()).document().statements()) {
      lines.add("");
      describe(statement, lines);
    }
    return String.join("\n", lines);
  }

  private void describe(Statement statement, List<String> lines) {
    ActionElement action = statement.action();
    lines.add(
        (statement.effect() == Effect.ALLOW ? "It may" : "It may not, whatever else is allowed")
            + (action.isNegated() ? " do everything but:" : ":"));
    byService(action.patterns())
        .forEach((prefix, patterns) -> lines.add("- " + service(prefix, patterns)));
    statement.resource().ifPresent(resource -> lines.add(resources(resource)));
    for (Condition condition : statement.conditions()) {
      lines.add(
          "  only if %s %s %s"
              .formatted(
                  condition.key(), condition.operator(), String.join(" or ", condition.values())));
    }
  }

  private static Map<String, List<String>> byService(List<String> patterns) {
    Map<String, List<String>> result = new LinkedHashMap<>();
    for (String pattern : patterns) {
      int colon = pattern.indexOf(':');
      String prefix = colon < 0 ? "" : pattern.substring(0, colon);
      result.computeIfAbsent(prefix, _ -> new ArrayList<>()).add(pattern.substring(colon + 1));
    }
    return result;
  }

  private String service(String prefix, List<String> patterns) {
    String actions = String.join(", ", patterns);
    if (prefix.isEmpty()) {
      return "any action of any service";
    }
    return reference
        .service(prefix)
        .map(service -> service.name() + levels(service, patterns) + ": " + actions)
        .orElse(prefix + ", a service that is not known: " + actions);
  }

  /// The access levels of the actions that the patterns match; none where they match none.
  private static String levels(Service service, List<String> patterns) {
    ActionPatterns matched =
        ActionPatterns.of(
            new ActionElement(
                false,
                patterns.stream().map(pattern -> service.prefix() + ':' + pattern).toList()));
    Set<AccessLevel> levels =
        service.actions().stream()
            .filter(each ->
                matched.covers(AsciiCase.lower(service.prefix() + ':' + each.name())) == Truth.TRUE)
            .map(Action::accessLevel)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(AccessLevel.class)));
    return levels.isEmpty()
        ? ""
        : " (" + levels.stream().map(Summary::words).collect(Collectors.joining(", ")) + ')';
  }

  private static String words(AccessLevel level) {
    return AsciiCase.lower(level.name()).replace('_', ' ');
  }

  private static String resources(ResourceElement resource) {
    List<String> patterns = resource.patterns();
    if (patterns.equals(List.of("*"))) {
      return resource.isNegated() ? "  on nothing" : "  on every resource";
    }
    return (resource.isNegated() ? "  on everything but " : "  on ") + String.join(", ", patterns);
  }

  private static String duration(Duration time) {
    List<String> parts = new ArrayList<>();
    addPart(parts, time.toHours(), "hour");
    addPart(parts, time.toMinutesPart(), "minute");
    addPart(parts, time.toSecondsPart(), "second");
    return String.join(" ", parts);
  }

  private static void addPart(List<String> parts, long count, String unit) {
    if (count > 0) {
      parts.add(count + " " + unit + (count == 1 ? "" : "s"));
    }
  }
}
