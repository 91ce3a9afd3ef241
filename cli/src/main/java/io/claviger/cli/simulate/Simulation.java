package io.claviger.cli.simulate;

import io.claviger.cli.names.KnownKeys;
import io.claviger.cli.terminal.Ink;
import io.claviger.policy.cases.DecisionCase;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.explain.DenialMessage;
import io.claviger.policy.explain.Explanation;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/// Decisions, with what it takes to show them.
///
/// @param decisions at least one, all of the same requester
record Simulation(List<Explanation> decisions, PolicyTexts texts, ContextView context) {

  Simulation {
    decisions = List.copyOf(decisions);
  }

  static Simulation of(DecisionCase one, KnownKeys known) {
    PolicyKind ofResource = PolicyKind.ofResource(one.request().action(), one.request().resource());
    return new Simulation(
        List.of(Explanation.of(one.policies(), one.request())),
        PolicyTexts.of(one.policies(), ofResource),
        new ContextView(one.request().context(), known));
  }

  void print(Ink ink, PrintWriter out, boolean isExplaining) {
    if (isExplaining) {
      ExplainedText explained = new ExplainedText(ink, out);
      for (int i = 0; i < decisions.size(); i++) {
        if (i > 0) {
          out.println();
        }
        explained.print(decisions.get(i), texts, context);
      }
      return;
    }
    new DecisionTable(ink, out).print(decisions);
    String assumed = assumptions();
    if (!assumed.isEmpty()) {
      out.println();
      out.println(ink.dim(assumed));
    }
  }

  /// What was decided on though nobody said it.
  private String assumptions() {
    String filledIn =
        context.keys(decisions.getFirst().request().context()).stream()
            .filter(ContextView.Key::isFilledIn)
            .map(ContextView.Key::name)
            .collect(Collectors.joining(", "));
    String keys = filledIn.isEmpty() ? "" : "Filled in: " + filledIn + ".";
    Requester requester = decisions.getFirst().requester();
    return context.isRequesterAssumed()
        ? ("Assumed: the principal is " + DenialMessage.name(requester) + ". " + keys).strip()
        : keys;
  }

  void writeJson(JsonGenerator json, boolean isExplaining) {
    json.writeStartObject();
    json.writeStringProperty("principal", DenialMessage.name(decisions.getFirst().requester()));
    json.writeArrayPropertyStart("decisions");
    for (Explanation each : decisions) {
      json.writeStartObject();
      json.writeStringProperty("action", each.request().action());
      json.writeStringProperty("resource", each.request().resource());
      json.writeStringProperty("resourceAccount", each.request().resourceAccount().digits());
      if (isExplaining) {
        AnswerJson.writeExplained(each, json);
        context.writeJson(each.request().context(), json);
      } else {
        AnswerJson.writeAnswer(each, json);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
