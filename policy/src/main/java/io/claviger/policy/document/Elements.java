package io.claviger.policy.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The elements of a document or statement, by name. Names are taken exactly: `effect` is no
/// element.
record Elements(Map<String, JsonValue.Member> byName, Span span, Findings findings) {

  /// The object's members, with a finding for each that is not among the known names.
  static Elements of(JsonValue.Mapping mapping, Set<String> known, Findings findings) {
    Map<String, JsonValue.Member> byName = new LinkedHashMap<>();
    for (JsonValue.Member member : mapping.members()) {
      if (known.contains(member.name())) {
        byName.putIfAbsent(member.name(), member);
      } else {
        findings.syntaxError(
            "INVALID_POLICY_ELEMENT", member.nameSpan(), "Unknown field " + member.name());
      }
    }
    return new Elements(byName, mapping.span(), findings);
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  /// Whether the element is the lone asterisk.
  boolean isLone(String name) {
    return find(name)
        .filter(JsonValue.Text.class::isInstance)
        .map(JsonValue.Text.class::cast)
        .filter(text -> text.text().equals("*"))
        .isPresent();
  }

  Optional<JsonValue> find(String name) {
    return Optional.ofNullable(byName.get(name)).map(JsonValue.Member::value);
  }

  /// A finding unless the element is missing.
  void prohibit(String name, String id) {
    JsonValue.Member member = byName.get(name);
    if (member != null) {
      findings.refused(id, member.nameSpan(), findings.wording().prohibited(name));
    }
  }

  /// The element's string; empty when it is missing or, with a finding, no string.
  Optional<String> text(String name) {
    return find(name)
        .flatMap(value -> {
          if (value instanceof JsonValue.Text text) {
            return Optional.of(text.text());
          }
          findings.syntaxError("DATA_TYPE_MISMATCH", value.span(), "Invalid " + name);
          return Optional.empty();
        });
  }

  /// The strings of a string or a list of strings; anything else is a finding and left out.
  List<JsonValue.Text> texts(String name) {
    return find(name).map(value -> texts(name, value, findings)).orElse(List.of());
  }

  static List<JsonValue.Text> texts(String name, JsonValue value, Findings findings) {
    List<JsonValue.Text> texts = new ArrayList<>();
    List<JsonValue> items =
        value instanceof JsonValue.Sequence sequence ? sequence.items() : List.of(value);
    for (JsonValue item : items) {
      if (item instanceof JsonValue.Text text) {
        texts.add(text);
      } else {
        findings.syntaxError("DATA_TYPE_MISMATCH", item.span(), "Invalid " + name);
      }
    }
    return texts;
  }
}
