package io.claviger.policy.decide;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One row of the scenario tables, ready to be decided.
public record DecisionCase(
    String id, AppliedPolicies policies, AccessRequest request, JsonNode expected) {

  public static DecisionCase of(JsonNode json) {
    JsonNode request = json.path("request");
    AccessRequest asked =
        new AccessRequest(
            request.path("action").asString(),
            request.path("resource").asString(),
            new AccountId(request.path("resourceAccount").asString()),
            context(request.path("context")));
    return new DecisionCase(
        json.path("id").asString(),
        policies(requester(request), json.path("policies"), asked),
        asked,
        json.path("expected"));
  }

  private static AppliedPolicies policies(
      Requester requester, JsonNode json, AccessRequest request) {
    List<AppliedPolicy> identity = documents(json.path("identity"), PolicyKind.IDENTITY);
    identity.addAll(documents(json.path("group"), PolicyKind.IDENTITY));
    AppliedPolicies all = AppliedPolicies.of(requester).withIdentity(identity);
    if (json.path("boundary").size() > 0) {
      all = all.withBoundary(documents(json.path("boundary"), PolicyKind.IDENTITY));
    }
    if (json.path("session").size() > 0) {
      all = all.withSession(documents(json.path("session"), PolicyKind.IDENTITY));
    }
    if (json.path("resource").isObject()) {
      PolicyKind kind =
          request.action().startsWith("sts:") ? PolicyKind.TRUST : PolicyKind.RESOURCE;
      all = all.withResource(document("resource", json.path("resource"), kind));
    }
    if (json.has("scps")) {
      all = all.withServiceControl(levels(json.path("scps"), PolicyKind.SERVICE_CONTROL));
    }
    if (json.has("rcps")) {
      all = all.withResourceControl(levels(json.path("rcps"), PolicyKind.RESOURCE_CONTROL));
    }
    if (json.path("vpcEndpoint").size() > 0) {
      all = all.withVpcEndpoint(documents(json.path("vpcEndpoint"), PolicyKind.VPC_ENDPOINT));
    }
    return all;
  }

  private static List<AppliedPolicies.Level> levels(JsonNode json, PolicyKind kind) {
    List<AppliedPolicies.Level> levels = new ArrayList<>();
    for (JsonNode level : json) {
      levels.add(
          new AppliedPolicies.Level(
              level.path("target").asString(), documents(level.path("policies"), kind)));
    }
    return levels;
  }

  private static List<AppliedPolicy> documents(JsonNode json, PolicyKind kind) {
    List<AppliedPolicy> policies = new ArrayList<>();
    for (JsonNode document : json) {
      policies.add(document(kind + "." + (policies.size() + 1), document, kind));
    }
    return policies;
  }

  private static AppliedPolicy document(String name, JsonNode json, PolicyKind kind) {
    ParsedPolicy parsed = PolicyParser.parse(json.toString(), kind);
    return new AppliedPolicy(
        new PolicySource(name, Optional.empty(), PolicySource.Holder.NONE),
        CompiledPolicy.compile(
            parsed
                .document()
                .orElseThrow(() -> new AssertionError(json + " " + parsed.findings()))));
  }

  private static RequestContext context(JsonNode json) {
    RequestContext context = RequestContext.EMPTY;
    for (Map.Entry<String, JsonNode> key : json.properties()) {
      JsonNode value = key.getValue();
      context =
          value.isArray()
              ? context.with(key.getKey(), value.valueStream().map(JsonNode::asString).toList())
              : context.with(key.getKey(), value.asString());
    }
    return context;
  }

  private static Requester requester(JsonNode request) {
    JsonNode principal = request.path("principal");
    if (principal.isString()) {
      return new Requester.Anonymous();
    }
    if (principal.has("Service")) {
      return new Requester.Service(principal.path("Service").asString());
    }
    if (principal.has("Federated")) {
      return new Requester.Federated(principal.path("Federated").asString());
    }
    if (principal.has("CanonicalUser")) {
      return new Requester.CanonicalUser(principal.path("CanonicalUser").asString());
    }
    Arn arn = Arn.parse(principal.path("AWS").asString());
    String role = request.path("context").path("aws:PrincipalArn").asString("");
    return requester(arn, role, request.path("context").path("aws:userid").asString(""));
  }

  /// The requester that an ARN names.
  ///
  /// @param roleArn of the role behind a session, whose own ARN omits the path; may be empty
  private static Requester requester(Arn arn, String roleArn, String userId) {
    AccountId account = arn.accountId().orElseThrow();
    String[] parts = arn.resource().split("/", 3);
    return switch (parts[0]) {
      case "root" -> new Requester.Root(account);
      case "user" -> new Requester.IamUser(account, arn, userId);
      case "role" -> new Requester.RoleSession(account, arn, userId, Optional.empty());
      case "federated-user" -> new Requester.FederatedUser(account, Optional.empty(), "", arn);
      case "assumed-role" ->
          new Requester.RoleSession(
              account,
              Arn.find(roleArn).orElse(Arn.iam(account, "role/" + parts[1])),
              userId.isEmpty() ? "" : userId.substring(0, userId.indexOf(':')),
              Optional.of(arn));
      default -> throw new IllegalArgumentException(arn.toString());
    };
  }
}
