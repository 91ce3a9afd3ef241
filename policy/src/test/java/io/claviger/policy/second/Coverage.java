package io.claviger.policy.second;

import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.ConditionOperator;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.second.SecondOpinion.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/// Counts what the cases came across. Not thread-safe.
final class Coverage implements Watcher {

  private final Map<String, Map<Kleene, Long>> operators = new TreeMap<>();
  private final Map<String, Map<String, Long>> layers = new TreeMap<>();
  private final Map<String, Map<Outcome, Long>> requesters = new TreeMap<>();
  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);

  @Override
  public void condition(Condition condition, Kleene truth) {
    String operator = condition.operator();
    boolean isKnown = ConditionOperator.find(operator).isPresent();
    add(operators, isKnown ? operator : "(unknown)", truth, 1);
  }

  @Override
  public void match(Layer layer, Statement statement) {
    add(layers, layer.name(), statement.effect() + " matched", 1);
  }

  /// A case was decided.
  void decided(Requester requester, SecondOpinion opinion) {
    outcomes.merge(opinion.outcome(), 1L, Long::sum);
    add(requesters, requester.getClass().getSimpleName(), opinion.outcome(), 1);
    Layer layer = opinion.layer();
    if (layer != null) {
      add(layers, layer.name(), opinion.outcome().name(), 1);
    }
  }

  void add(Coverage other) {
    addAll(operators, other.operators);
    addAll(layers, other.layers);
    addAll(requesters, other.requesters);
    other.outcomes.forEach((outcome, count) -> outcomes.merge(outcome, count, Long::sum));
  }

  long count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  long count(String operator, Kleene truth) {
    return operators.getOrDefault(operator, Map.of()).getOrDefault(truth, 0L);
  }

  long count(Layer layer, Outcome outcome) {
    return layers.getOrDefault(layer.name(), Map.of()).getOrDefault(outcome.name(), 0L);
  }

  long count(Class<? extends Requester> kind, Outcome outcome) {
    return requesters.getOrDefault(kind.getSimpleName(), Map.of()).getOrDefault(outcome, 0L);
  }

  private static <K> void add(Map<String, Map<K, Long>> table, String row, K column, long count) {
    table.computeIfAbsent(row, _ -> new TreeMap<>()).merge(column, count, Long::sum);
  }

  private static <K> void addAll(Map<String, Map<K, Long>> table, Map<String, Map<K, Long>> more) {
    more.forEach((row, counts) -> counts.forEach((column, n) -> add(table, row, column, n)));
  }

  /// The counts as tables.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(outcomes).append('\n');
    write(text, "Requesters", requesters);
    write(text, "Layers", layers);
    write(text, "Operators", operators);
    return text.toString();
  }

  private static <K> void write(StringBuilder text, String title, Map<String, Map<K, Long>> table) {
    text.append(title).append('\n');
    table.forEach((row, counts) -> text.append("  %-45s %s%n".formatted(row, counts)));
  }
}
