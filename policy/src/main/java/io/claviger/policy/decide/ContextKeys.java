package io.claviger.policy.decide;

import io.claviger.policy.document.AsciiCase;
import io.claviger.policy.document.ConditionOperator;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyDocument.Version;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.match.ArnPattern;
import io.claviger.policy.match.TextPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The condition keys that a policy asks for: in conditions, and as policy variables.
///
/// AWS rule: IAM API Reference, "GetContextKeysForCustomPolicy".
public final class ContextKeys {

  /// By name in lower case, as first written.
  private final Map<String, String> found = new LinkedHashMap<>();

  private final boolean hasVariables;

  private ContextKeys(boolean hasVariables) {
    this.hasVariables = hasVariables;
  }

  /// The keys in the order in which they first occur, as written there; each once, whatever its
  /// case.
  public static List<String> of(PolicyDocument document) {
    ContextKeys keys = new ContextKeys(document.version() == Version.V2012_10_17);
    document.statements().forEach(keys::add);
    return List.copyOf(keys.found.values());
  }

  private void add(Statement statement) {
    statement.resource().ifPresent(resource -> resource.patterns().forEach(this::addResource));
    statement.conditions().forEach(this::add);
  }

  private void addResource(String pattern) {
    ArnPattern.ofResource(pattern, hasVariables).variables().forEach(this::add);
  }

  private void add(Condition condition) {
    add(condition.key());
    if (hasVariables && takesVariables(condition.operator())) {
      condition
          .values()
          .forEach(value -> TextPattern.of(value, true, true).variables().forEach(this::add));
    }
  }

  private static boolean takesVariables(String operator) {
    return ConditionOperator.find(operator)
        .map(found -> found.comparison().takesVariables())
        .orElse(false);
  }

  private void add(String key) {
    found.putIfAbsent(AsciiCase.lower(key), key);
  }
}
