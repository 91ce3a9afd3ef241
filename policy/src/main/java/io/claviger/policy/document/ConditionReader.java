package io.claviger.policy.document;

import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.document.Statement.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the condition block: operator → key → value or list of values.
///
/// AWS rule: IAM User Guide, "IAM JSON policy elements: Condition".
final class ConditionReader {

  private final DocumentedNames names;
  private final Findings findings;
  private final ConditionAdvice advice;

  ConditionReader(DocumentedNames names, Findings findings, VariableSyntax variables) {
    this.names = names;
    this.findings = findings;
    this.advice = new ConditionAdvice(variables, new TypeAdvice(findings), findings);
  }

  List<Condition> read(Elements statement, Effect effect) {
    Optional<JsonValue> block = statement.find("Condition");
    List<Condition> conditions = new ArrayList<>();
    block.ifPresent(value -> {
      members(value).forEach(operator -> readOperator(operator, effect, conditions));
      if (conditions.isEmpty()) {
        advice.emptyBlock(value.span());
      }
    });
    return conditions;
  }

  private void readOperator(JsonValue.Member operator, Effect effect, List<Condition> conditions) {
    String name = operator.name();
    Optional<ConditionOperator> found = ConditionOperator.find(name);
    if (found.isEmpty()) {
      String id =
          name.endsWith("NullIfExists") ? "NULL_WITH_IF_EXISTS" : "INVALID_CONDITION_OPERATOR";
      findings.oddSyntax(id, operator.nameSpan(), "Invalid Condition type : " + name);
    }
    for (JsonValue.Member key : members(operator.value())) {
      int colon = key.name().indexOf(':');
      if (colon <= 0 || colon == key.name().length() - 1) {
        findings.refused("INVALID_CONDITION_KEY_FORMAT", key.nameSpan(), Wording.NO_VENDOR);
      } else {
        names
            .onConditionKey(key.name())
            .ifPresent(odd -> findings.warning(odd.id(), key.nameSpan(), odd.message()));
      }
      List<JsonValue.Text> values = values(key.value());
      found.ifPresent(known -> advice.check(known, key, values, effect));
      List<String> texts = values.stream().map(JsonValue.Text::text).toList();
      conditions.add(new Condition(name, key.name(), texts));
    }
  }

  private List<JsonValue.Text> values(JsonValue value) {
    List<JsonValue> items =
        value instanceof JsonValue.Sequence list ? list.items() : List.of(value);
    List<JsonValue.Text> values = new ArrayList<>();
    for (JsonValue item : items) {
      switch (item) {
        case JsonValue.Text text -> values.add(text);
        case JsonValue.Literal(String text, Span span) ->
            values.add(new JsonValue.Text(text, span));
        case JsonValue.Nothing _, JsonValue.Sequence _, JsonValue.Mapping _ ->
            findings.syntaxError("DATA_TYPE_MISMATCH", item.span(), "Invalid value in Condition");
      }
    }
    return values;
  }

  private List<JsonValue.Member> members(JsonValue value) {
    if (value instanceof JsonValue.Mapping mapping) {
      return mapping.members();
    }
    findings.syntaxError("DATA_TYPE_MISMATCH", value.span(), "Invalid Condition");
    return List.of();
  }
}
