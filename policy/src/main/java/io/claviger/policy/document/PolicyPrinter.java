package io.claviger.policy.document;

import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.document.Statement.PrincipalElement;
import io.claviger.policy.document.Statement.PrincipalName;
import io.claviger.policy.document.Statement.PrincipalType;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes a policy as JSON without spaces, in one canonical form: elements in the order of AWS's
/// grammar, `Version` and a list of statements always, a list of one value as that value.
///
/// Parsing what was printed gives the same document again, but for the spans.
public final class PolicyPrinter {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;

  private PolicyPrinter(JsonGenerator json) {
    this.json = json;
  }

  /// The document's canonical text.
  public static String print(PolicyDocument document) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      new PolicyPrinter(json).document(document);
    }
    return text.toString();
  }

  private void document(PolicyDocument document) {
    json.writeStartObject();
    json.writeStringProperty("Version", document.version().text());
    document.id().ifPresent(id -> json.writeStringProperty("Id", id));
    json.writeArrayPropertyStart("Statement");
    document.statements().forEach(this::statement);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void statement(Statement statement) {
    json.writeStartObject();
    statement.sid().ifPresent(sid -> json.writeStringProperty("Sid", sid));
    json.writeStringProperty("Effect", statement.effect() == Effect.ALLOW ? "Allow" : "Deny");
    statement.principal().ifPresent(this::principal);
    strings(statement.action().isNegated() ? "NotAction" : "Action", statement.action().patterns());
    statement
        .resource()
        .ifPresent(resource ->
            strings(resource.isNegated() ? "NotResource" : "Resource", resource.patterns()));
    if (!statement.conditions().isEmpty()) {
      conditions(statement.conditions());
    }
    json.writeEndObject();
  }

  private void principal(PrincipalElement principal) {
    json.writeName(principal.isNegated() ? "NotPrincipal" : "Principal");
    Map<PrincipalType, List<String>> byType = new LinkedHashMap<>();
    for (PrincipalName name : principal.names()) {
      byType.computeIfAbsent(name.type(), _ -> new ArrayList<>()).add(name.value());
    }
    if (byType.containsKey(PrincipalType.ANYONE)) {
      json.writeString("*");
      return;
    }
    json.writeStartObject();
    byType.forEach((type, values) -> strings(typeName(type), values));
    json.writeEndObject();
  }

  private static String typeName(PrincipalType type) {
    return switch (type) {
      case ANYONE -> "*";
      case AWS -> "AWS";
      case SERVICE -> "Service";
      case FEDERATED -> "Federated";
      case CANONICAL_USER -> "CanonicalUser";
    };
  }

  private void conditions(List<Condition> conditions) {
    Map<String, List<Condition>> byOperator = new LinkedHashMap<>();
    for (Condition condition : conditions) {
      byOperator.computeIfAbsent(condition.operator(), _ -> new ArrayList<>()).add(condition);
    }
    json.writeObjectPropertyStart("Condition");
    byOperator.forEach((operator, keys) -> {
      json.writeObjectPropertyStart(operator);
      keys.forEach(condition -> strings(condition.key(), condition.values()));
      json.writeEndObject();
    });
    json.writeEndObject();
  }

  private void strings(String name, List<String> values) {
    if (values.size() == 1) {
      json.writeStringProperty(name, values.getFirst());
      return;
    }
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }
}
