package io.claviger.policy.second;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.RequestContext.Value;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyPrinter;
import java.util.List;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A case as one line of JSON, in the form of the scenario tables.
final class CasePrinter {

  private static final ObjectMapper JSON = new ObjectMapper();

  private CasePrinter() {}

  static String of(String id, World world, AccessRequest request) {
    ObjectNode line = JSON.createObjectNode().put("id", id);
    ObjectNode asked = line.putObject("request");
    // What the form has no place for, such as who federated a user, stands here.
    asked.put("requester", world.requester().toString());
    putPrincipal(asked, world.requester());
    asked.put("action", request.action());
    asked.put("resource", request.resource());
    asked.put("resourceAccount", request.resourceAccount().digits());
    putContext(asked.putObject("context"), request);
    ObjectNode policies = line.putObject("policies");
    world.layers().forEach((layer, levels) -> putLayer(policies, layer, levels));
    return line.toString();
  }

  private static void putPrincipal(ObjectNode asked, Requester requester) {
    switch (requester) {
      case Requester.Root root -> putAws(asked, "arn:aws:iam::" + root.account() + ":root");
      case Requester.IamUser user -> putAws(asked, user.arn().toString());
      case Requester.RoleSession session ->
          putAws(asked, session.sessionArn().orElse(session.roleArn()).toString());
      case Requester.FederatedUser user -> putAws(asked, user.sessionArn().toString());
      case Requester.Service(String name) -> asked.putObject("principal").put("Service", name);
      case Requester.Federated(String name) -> asked.putObject("principal").put("Federated", name);
      case Requester.CanonicalUser(String id) ->
          asked.putObject("principal").put("CanonicalUser", id);
      case Requester.Anonymous _ -> asked.put("principal", "anonymous");
    }
  }

  private static void putAws(ObjectNode asked, String arn) {
    asked.putObject("principal").put("AWS", arn);
  }

  private static void putContext(ObjectNode context, AccessRequest request) {
    request
        .context()
        .all()
        .forEach((key, value) -> {
          switch (value) {
            case Value.Single(String single) -> context.put(key, single);
            case Value.Multi(List<String> all) -> all.forEach(context.putArray(key)::add);
          }
        });
  }

  private static void putLayer(
      ObjectNode policies, Layer layer, List<List<PolicyDocument>> levels) {
    switch (layer) {
      case RESOURCE -> policies.set("resource", json(levels.getFirst().getFirst()));
      case IDENTITY -> putAll(policies.putArray("identity"), levels.getFirst());
      case PERMISSIONS_BOUNDARY -> putAll(policies.putArray("boundary"), levels.getFirst());
      case SESSION -> putAll(policies.putArray("session"), levels.getFirst());
      case VPC_ENDPOINT -> putAll(policies.putArray("vpcEndpoint"), levels.getFirst());
      case SERVICE_CONTROL -> putLevels(policies.putArray("scps"), levels);
      case RESOURCE_CONTROL -> putLevels(policies.putArray("rcps"), levels);
    }
  }

  private static void putLevels(ArrayNode array, List<List<PolicyDocument>> levels) {
    for (List<PolicyDocument> level : levels) {
      ObjectNode one = array.addObject().put("target", "level" + (array.size() - 1));
      putAll(one.putArray("policies"), level);
    }
  }

  private static void putAll(ArrayNode array, List<PolicyDocument> documents) {
    documents.forEach(document -> array.add(json(document)));
  }

  private static ObjectNode json(PolicyDocument document) {
    return (ObjectNode) JSON.readTree(PolicyPrinter.print(document));
  }
}
