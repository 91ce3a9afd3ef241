package io.claviger.cli.simulate;

import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.MatchedStatement;
import io.claviger.policy.decide.Miss;
import io.claviger.policy.decide.PolicySource;
import io.claviger.policy.decide.StatementOutcome;
import io.claviger.policy.document.Statement;
import io.claviger.policy.explain.Explanation;
import io.claviger.policy.explain.LevelState;
import io.claviger.policy.explain.MissWords;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/// Writes decisions and their reasons as members of a JSON object. Statements count from 1.
final class AnswerJson {

  private AnswerJson() {}

  static void writeDecision(Decision decision, JsonGenerator json) {
    switch (decision) {
      case Decision.Allowed _ -> json.writeStringProperty("decision", "Allowed");
      case Decision.ExplicitlyDenied(Layer layer, List<MatchedStatement> _) ->
          writeDenial("ExplicitlyDenied", layer, json);
      case Decision.ImplicitlyDenied(Layer layer) -> writeDenial("ImplicitlyDenied", layer, json);
    }
  }

  private static void writeDenial(String how, Layer layer, JsonGenerator json) {
    json.writeStringProperty("decision", how);
    json.writeStringProperty("layer", layer.name());
  }

  /// The decision, its sentence and the statements that decided.
  static void writeAnswer(Explanation explanation, JsonGenerator json) {
    writeDecision(explanation.decision(), json);
    json.writeStringProperty("message", explanation.sentence());
    json.writeArrayPropertyStart("deciding");
    for (MatchedStatement deciding : explanation.decision().deciding()) {
      json.writeStartObject();
      writePlace(deciding.layer(), deciding.source(), deciding.index(), deciding.statement(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// The same with every layer's state and what became of every statement.
  static void writeExplained(Explanation explanation, JsonGenerator json) {
    writeAnswer(explanation, json);
    json.writeObjectPropertyStart("layers");
    explanation
        .layers()
        .forEach((layer, state) -> json.writeStringProperty(layer.name(), state.name()));
    json.writeEndObject();
    json.writeArrayPropertyStart("levels");
    for (LevelState level : explanation.levels()) {
      json.writeStartObject();
      json.writeStringProperty("layer", level.layer().name());
      json.writeStringProperty("target", level.target());
      json.writeStringProperty("state", level.state().name());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("statements");
    explanation.statements().forEach(outcome -> writeOutcome(explanation, outcome, json));
    json.writeEndArray();
  }

  private static void writeOutcome(
      Explanation explanation, StatementOutcome outcome, JsonGenerator json) {
    json.writeStartObject();
    writePlace(outcome.layer(), outcome.source(), outcome.index(), outcome.statement(), json);
    json.writeStringProperty(
        "effect", outcome.statement().effect().name().toLowerCase(Locale.ROOT));
    json.writeBooleanProperty("matches", outcome.isMatch());
    json.writeBooleanProperty("decides", explanation.isDeciding(outcome));
    writeMisses("misses", outcome.misses(), explanation, json);
    if (!outcome.untold().isEmpty()) {
      writeMisses("untold", outcome.untold(), explanation, json);
    }
    json.writeEndObject();
  }

  private static void writeMisses(
      String name, List<Miss> misses, Explanation explanation, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    for (Miss miss : misses) {
      writeMiss(miss, MissWords.of(miss, explanation.requester(), explanation.request()), json);
    }
    json.writeEndArray();
  }

  private static void writePlace(
      Layer layer, PolicySource source, int index, Statement statement, JsonGenerator json) {
    json.writeStringProperty("layer", layer.name());
    json.writeStringProperty("policy", source.name());
    source.arn().ifPresent(arn -> json.writeStringProperty("policyArn", arn.toString()));
    json.writeNumberProperty("statement", index + 1);
    statement.sid().ifPresent(sid -> json.writeStringProperty("sid", sid));
  }

  private static void writeMiss(Miss miss, String words, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("element", element(miss));
    if (miss instanceof Miss.UnmetCondition unmet) {
      json.writeStringProperty("operator", unmet.condition().operator());
      json.writeStringProperty("key", unmet.condition().key());
      writeValues("wanted", unmet.condition().values(), json);
      unmet.actual().ifPresent(values -> writeValues("actual", values, json));
    }
    writeVariables(miss, json);
    json.writeStringProperty("message", words);
    json.writeEndObject();
  }

  /// By key what a policy variable stands for; null if it has no value.
  private static void writeVariables(Miss miss, JsonGenerator json) {
    Map<String, Optional<String>> variables =
        switch (miss) {
          case Miss.Resource resource -> resource.variables();
          case Miss.UnmetCondition unmet -> unmet.variables();
          case Miss.Principal _, Miss.Action _ -> Map.of();
        };
    if (!variables.isEmpty()) {
      json.writeObjectPropertyStart("variables");
      variables.forEach((key, value) -> json.writeStringProperty(key, value.orElse(null)));
      json.writeEndObject();
    }
  }

  private static String element(Miss miss) {
    return switch (miss) {
      case Miss.Principal(var principal, _) ->
          principal.isPresent() && principal.get().isNegated() ? "NotPrincipal" : "Principal";
      case Miss.Action(var action, _) -> action.isNegated() ? "NotAction" : "Action";
      case Miss.Resource(var resource, _, _) -> resource.isNegated() ? "NotResource" : "Resource";
      case Miss.UnmetCondition _ -> "Condition";
    };
  }

  private static void writeValues(String name, List<String> values, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }
}
