package io.claviger.policy.second;

import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.ConditionOperator;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.second.SecondOpinion.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Counts what the cases came across. Not thread-safe.
final class Coverage implements Watcher {

  private static final String MET = "met";
  private static final String UNMET = "not met";
  private static final String UNTOLD = "cannot be told";
  private static final String DENIES = "denies explicitly";
  private static final String LACKS = "lacks an allow";

  private static final List<String> OUTCOMES =
      Stream.of(Outcome.values()).map(Coverage::spoken).toList();

  private final Table requesters = new Table("Requester", OUTCOMES);
  private final Table layers =
      new Table("Layer", List.of("`Allow` matched", "`Deny` matched", DENIES, LACKS));
  private final Table operators = new Table("Operator", List.of(MET, UNMET, UNTOLD));

  @Override
  public void condition(Condition condition, Kleene truth) {
    boolean isKnown = ConditionOperator.find(condition.operator()).isPresent();
    String column =
        switch (truth) {
          case YES -> MET;
          case NO -> UNMET;
          case UNSURE -> UNTOLD;
        };
    operators.add(isKnown ? condition.operator() : "(no operator)", column, 1);
  }

  @Override
  public void match(Layer layer, Statement statement) {
    boolean isAllow = statement.effect() == Statement.Effect.ALLOW;
    layers.add(layer.name(), isAllow ? "`Allow` matched" : "`Deny` matched", 1);
  }

  /// A case was decided.
  void decided(Requester requester, SecondOpinion opinion) {
    requesters.add(requester.getClass().getSimpleName(), spoken(opinion.outcome()), 1);
    Layer layer = opinion.layer();
    if (layer != null) {
      boolean isExplicit = opinion.outcome() == Outcome.EXPLICITLY_DENIED;
      layers.add(layer.name(), isExplicit ? DENIES : LACKS, 1);
    }
  }

  void add(Coverage other) {
    requesters.add(other.requesters);
    layers.add(other.layers);
    operators.add(other.operators);
  }

  long count(Outcome outcome) {
    return requesters.total(spoken(outcome));
  }

  /// What should have come up and did not: a form of an operator met or not met, a layer that
  /// denies in either way, a kind of requester with some outcome.
  List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    for (String form : forms()) {
      addGap(gaps, operators, form, MET, form.equals("ForAnyValue:Null"));
      addGap(gaps, operators, form, UNMET, form.equals("ForAllValues:Null"));
    }
    for (Layer layer : Layer.values()) {
      addGap(gaps, layers, layer.name(), DENIES, false);
      addGap(gaps, layers, layer.name(), LACKS, false);
    }
    for (Class<?> kind : Requester.class.getPermittedSubclasses()) {
      OUTCOMES.forEach(outcome -> addGap(gaps, requesters, kind.getSimpleName(), outcome, false));
    }
    return gaps;
  }

  private static void addGap(
      List<String> gaps, Table table, String row, String column, boolean isImpossible) {
    if (!isImpossible && table.count(row, column) == 0) {
      gaps.add(row + " " + column);
    }
  }

  /// How often the rarest form of an operator was met, or not met.
  private long rarest() {
    return forms().stream()
        .filter(form -> !form.endsWith("Null"))
        .mapToLong(form -> Math.min(operators.count(form, MET), operators.count(form, UNMET)))
        .min()
        .orElseThrow();
  }

  /// All operators with all prefixes and suffixes.
  private static List<String> forms() {
    return Stream.of("", "ForAllValues:", "ForAnyValue:")
        .flatMap(prefix -> Comparisons.ALL.stream().map(name -> prefix + name))
        .flatMap(
            name -> name.endsWith("Null") ? Stream.of(name) : Stream.of(name, name + "IfExists"))
        .toList();
  }

  private Table byComparison() {
    Table summed = new Table("Operator, in all its forms", operators.columns());
    operators
        .rows()
        .keySet()
        .forEach(form ->
            operators
                .columns()
                .forEach(column -> summed.add(bare(form), column, operators.count(form, column))));
    return summed;
  }

  private static String bare(String form) {
    return ConditionOperator.find(form).map(operator -> operator.comparison().text()).orElse(form);
  }

  private static String spoken(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// Tables of Markdown.
  @Override
  public String toString() {
    return requesters
        + "\n"
        + layers
        + "\n"
        + byComparison()
        + "\nEach form of an operator was met at least %,d times and not met as often.\n"
            .formatted(rarest());
  }
}
