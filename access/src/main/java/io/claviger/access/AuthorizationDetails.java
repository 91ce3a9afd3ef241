package io.claviger.access;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.MatchedStatement;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.Statement;
import io.claviger.policy.explain.DenialMessage;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes what a decision rests on, in the JSON that `DecodeAuthorizationMessage` gives.
///
/// AWS rule: STS API Reference, "DecodeAuthorizationMessage"; AWS re:Post, "decode an authorization
/// message".
final class AuthorizationDetails {

  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator out;

  private AuthorizationDetails(JsonGenerator out) {
    this.out = out;
  }

  static String json(Authorization authorization) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      new AuthorizationDetails(out).write(authorization);
    }
    return text.toString();
  }

  private void write(Authorization authorization) {
    Decision decision = authorization.decision();
    out.writeStartObject();
    out.writeBooleanProperty("allowed", decision.isAllowed());
    out.writeBooleanProperty("explicitDeny", decision instanceof Decision.ExplicitlyDenied);
    startItems("matchedStatements");
    for (MatchedStatement matched : decision.deciding()) {
      statement(matched.statement(), authorization.requester());
    }
    endItems();
    values("failures", List.of());
    context(authorization.request(), authorization.requester());
    out.writeEndObject();
  }

  private void statement(Statement statement, Requester requester) {
    out.writeStartObject();
    out.writeStringProperty("statementId", statement.sid().orElse(""));
    out.writeStringProperty("effect", statement.effect().name());
    values(
        "principals",
        statement
            .principal()
            .map(element -> element.names().stream().map(Statement.PrincipalName::value).toList())
            .orElse(List.of(id(requester))));
    values("principalGroups", List.of());
    values("actions", statement.action().patterns());
    values(
        "resources",
        statement.resource().map(Statement.ResourceElement::patterns).orElse(List.of()));
    startItems("conditions");
    statement.conditions().forEach(condition -> condition(condition.key(), condition.values()));
    endItems();
    out.writeEndObject();
  }

  private void context(AccessRequest request, Requester requester) {
    out.writeName("context");
    out.writeStartObject();
    principal(requester);
    out.writeStringProperty("action", request.action());
    out.writeStringProperty("resource", request.resource());
    startItems("conditions");
    Map<String, RequestContext.Value> inOrder = new TreeMap<>(request.context().all());
    inOrder.forEach((key, value) -> condition(key, value.all()));
    endItems();
    out.writeEndObject();
  }

  private void principal(Requester requester) {
    out.writeName("principal");
    out.writeStartObject();
    out.writeStringProperty("id", id(requester));
    if (requester instanceof Requester.IamUser user) {
      String resource = user.arn().resource();
      out.writeStringProperty("name", resource.substring(resource.lastIndexOf('/') + 1));
    }
    out.writeStringProperty("arn", DenialMessage.name(requester));
    out.writeEndObject();
  }

  private static String id(Requester requester) {
    return switch (requester) {
      case Requester.Root root -> root.account().digits();
      case Requester.IamUser user -> user.uniqueId();
      case Requester.RoleSession role ->
          role.roleId()
              + role.sessionArn().map(arn -> ':' + lastSegment(arn.resource())).orElse("");
      case Requester.FederatedUser user ->
          user.account().digits() + ':' + lastSegment(user.sessionArn().resource());
      case Requester.Service service -> service.principal();
      case Requester.Federated federated -> federated.provider();
      case Requester.CanonicalUser user -> user.id();
      case Requester.Anonymous _ -> "anonymous";
    };
  }

  private static String lastSegment(String resource) {
    return resource.substring(resource.lastIndexOf('/') + 1);
  }

  private void condition(String key, Collection<String> values) {
    out.writeStartObject();
    out.writeStringProperty("key", key);
    values("values", values);
    out.writeEndObject();
  }

  private void values(String name, Collection<String> values) {
    startItems(name);
    for (String value : values) {
      out.writeStartObject();
      out.writeStringProperty("value", value);
      out.writeEndObject();
    }
    endItems();
  }

  private void startItems(String name) {
    out.writeName(name);
    out.writeStartObject();
    out.writeName("items");
    out.writeStartArray();
  }

  private void endItems() {
    out.writeEndArray();
    out.writeEndObject();
  }
}
