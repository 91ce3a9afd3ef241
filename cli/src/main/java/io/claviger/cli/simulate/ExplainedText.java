package io.claviger.cli.simulate;

import io.claviger.cli.terminal.Ink;
import io.claviger.cli.terminal.SourceText;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.PolicySource;
import io.claviger.policy.decide.StatementOutcome;
import io.claviger.policy.explain.DenialMessage;
import io.claviger.policy.explain.Explanation;
import io.claviger.policy.explain.LayerNames;
import io.claviger.policy.explain.LayerState;
import io.claviger.policy.explain.LevelState;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Prints one decision with its reasons, for people: the sentence, what each layer says, the
/// policies with the statements that decided or nearly did, and the request.
record ExplainedText(Ink ink, PrintWriter out) {

  /// The statements of one policy in one layer.
  private record Place(Layer layer, PolicySource source) {}

  void print(Explanation explanation, PolicyTexts texts, ContextView context) {
    printSentence(explanation);
    printLayers(explanation);
    byPolicy(explanation)
        .forEach((place, outcomes) ->
            new ExplainedPolicy(ink, out, explanation)
                .print(place.layer(), place.source(), texts.get(place.source()), outcomes));
    printRequest(explanation, context);
  }

  private void printSentence(Explanation explanation) {
    Words words = new Words(ink);
    Decision decision = explanation.decision();
    out.println(
        words.inColour(decision, ink.bold(words.verdict(decision).toUpperCase(Locale.ROOT)))
            + ": "
            + SourceText.printable(explanation.request().action())
            + " on "
            + SourceText.printable(explanation.request().resource()));
    out.println(SourceText.printable(explanation.sentence()));
    out.println();
  }

  private void printLayers(Explanation explanation) {
    Map<String, String> rows = new LinkedHashMap<>();
    for (Layer layer : Layer.values()) {
      boolean decides = decides(explanation.decision(), layer);
      rows.put(
          LayerNames.singular(layer, explanation.request()),
          state(explanation, layer) + (decides ? ink.bold("  <-- decides") : ""));
      for (LevelState level : explanation.levels()) {
        if (level.layer() == layer) {
          rows.put("  at " + SourceText.printable(level.target()), state(level.state()));
        }
      }
    }
    int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
    rows.forEach(
        (name, state) -> out.println("  " + name + " ".repeat(width - name.length() + 2) + state));
    out.println();
  }

  private static boolean decides(Decision decision, Layer layer) {
    return switch (decision) {
      case Decision.ImplicitlyDenied(Layer missing) -> missing == layer;
      case Decision.ExplicitlyDenied _, Decision.Allowed _ ->
          decision.deciding().stream().anyMatch(statement -> statement.layer() == layer);
    };
  }

  private String state(Explanation explanation, Layer layer) {
    LayerState state = explanation.layers().getOrDefault(layer, LayerState.ABSENT);
    if (state == LayerState.ABSENT && decides(explanation.decision(), layer)) {
      return ink.red("missing");
    }
    return state == LayerState.SILENT && explanation.decision().isAllowed()
        ? ink.dim("no allow, and none needed")
        : state(state);
  }

  private String state(LayerState state) {
    return switch (state) {
      case ABSENT -> ink.dim("-");
      case ALLOWS -> ink.green("allow");
      case SILENT -> ink.yellow("no allow");
      case DENIES -> ink.red("deny");
    };
  }

  private static Map<Place, List<StatementOutcome>> byPolicy(Explanation explanation) {
    Map<Place, List<StatementOutcome>> all = new LinkedHashMap<>();
    for (StatementOutcome outcome : explanation.statements()) {
      all.computeIfAbsent(new Place(outcome.layer(), outcome.source()), _ -> new ArrayList<>())
          .add(outcome);
    }
    return all;
  }

  private void printRequest(Explanation explanation, ContextView context) {
    out.println(ink.bold("Request"));
    out.println(
        "  principal  "
            + SourceText.printable(DenialMessage.name(explanation.requester()))
            + (context.isRequesterAssumed() ? ink.dim("  (assumed)") : ""));
    out.println("  action     " + SourceText.printable(explanation.request().action()));
    out.println(
        "  resource   "
            + SourceText.printable(explanation.request().resource())
            + " of account "
            + explanation.request().resourceAccount());
    List<ContextView.Key> keys = context.keys(explanation.request().context());
    for (int i = 0; i < keys.size(); i++) {
      ContextView.Key key = keys.get(i);
      out.println(
          (i == 0 ? "  context    " : "             ")
              + SourceText.printable(key.name() + " = " + key.values())
              + (key.isFilledIn() ? ink.dim("  (filled in)") : ""));
    }
  }
}
