package io.claviger.policy.document;

import io.claviger.policy.document.Statement.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the condition block: operator → key → value or list of values.
///
/// AWS rule: IAM User Guide, "IAM JSON policy elements: Condition".
final class ConditionReader {

  private final Findings findings;

  ConditionReader(Findings findings) {
    this.findings = findings;
  }

  List<Condition> read(Elements statement) {
    Optional<JsonValue> block = statement.find("Condition");
    List<Condition> conditions = new ArrayList<>();
    block.ifPresent(
        value -> members(value).forEach(operator -> readOperator(operator, conditions)));
    return conditions;
  }

  private void readOperator(JsonValue.Member operator, List<Condition> conditions) {
    String name = operator.name();
    if (ConditionOperator.find(name).isEmpty()) {
      findings.syntaxError(
          "UNKNOWN_OPERATOR", operator.nameSpan(), "Invalid Condition type : " + name);
    }
    for (JsonValue.Member key : members(operator.value())) {
      int colon = key.name().indexOf(':');
      if (colon <= 0 || colon == key.name().length() - 1) {
        findings.error("NO_VENDOR", key.nameSpan(), Wording.NO_VENDOR);
      }
      conditions.add(new Condition(name, key.name(), values(key.value())));
    }
  }

  private List<String> values(JsonValue value) {
    List<JsonValue> items =
        value instanceof JsonValue.Sequence list ? list.items() : List.of(value);
    List<String> values = new ArrayList<>();
    for (JsonValue item : items) {
      switch (item) {
        case JsonValue.Text text -> values.add(text.text());
        case JsonValue.Literal literal -> values.add(literal.text());
        case JsonValue.Nothing _, JsonValue.Sequence _, JsonValue.Mapping _ ->
            findings.syntaxError("INVALID_VALUE", item.span(), "Invalid value in Condition");
      }
    }
    return values;
  }

  private List<JsonValue.Member> members(JsonValue value) {
    if (value instanceof JsonValue.Mapping mapping) {
      return mapping.members();
    }
    findings.syntaxError("NOT_AN_OBJECT", value.span(), "Invalid Condition");
    return List.of();
  }
}
