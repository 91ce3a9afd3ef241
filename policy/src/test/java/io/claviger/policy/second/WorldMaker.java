package io.claviger.policy.second;

import io.claviger.base.AccountId;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyDocument.Version;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.second.StatementMaker.Shape;
import io.claviger.testkit.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Makes a world, and requests to ask of it.
final class WorldMaker {

  private final Choices choices;
  private final Theme theme;
  private final Alphabet alphabet;
  private final Requester requester;
  private final StatementMaker statements;

  WorldMaker(Choices choices) {
    this.choices = choices;
    this.theme = Theme.any(choices);
    this.alphabet = new Alphabet(choices);
    this.requester = RequesterMaker.make(choices);
    this.statements =
        new StatementMaker(
            choices,
            theme,
            new PrincipalMaker(choices, requester),
            new ConditionMaker(choices, alphabet));
  }

  World world() {
    Map<Layer, List<List<PolicyDocument>>> layers = new TreeMap<>();
    List<PolicyDocument> identity = documents(choices.chance(85) ? 1 : 0, 3, Layer.IDENTITY);
    layers.put(Layer.IDENTITY, List.of(choices.chance(4) ? crowded(identity) : identity));
    boolean isAlone = requester.accountId().isEmpty();
    if (choices.chance(isAlone || theme.isTrust() ? 90 : 65)) {
      layers.put(Layer.RESOURCE, List.of(documents(1, 1, Layer.RESOURCE)));
    }
    addIf(25, layers, Layer.PERMISSIONS_BOUNDARY);
    addIf(requester instanceof Requester.FederatedUser ? 80 : 25, layers, Layer.SESSION);
    addIf(20, layers, Layer.SERVICE_CONTROL);
    addIf(15, layers, Layer.RESOURCE_CONTROL);
    addIf(12, layers, Layer.VPC_ENDPOINT);
    return new World(requester, layers);
  }

  /// A world that shares all but the resource's policy or the requester with this one.
  World sibling(World world) {
    if (choices.chance(50)) {
      return world.with(Layer.RESOURCE, List.of(documents(1, 1, Layer.RESOURCE)));
    }
    return new World(RequesterMaker.make(choices), world.layers());
  }

  /// The documents and one with many statements about all themes, few of which match.
  private List<PolicyDocument> crowded(List<PolicyDocument> documents) {
    List<Statement> crowd =
        choices.listOf(
            20,
            choices.chance(20) ? 150 : 40,
            _ ->
                statements
                    .about(choices.chance(50) ? theme : Theme.any(choices))
                    .make(Shape.PLAIN, choices.chance(2) ? Effect.DENY : Effect.ALLOW));
    List<PolicyDocument> all = new ArrayList<>(documents);
    all.add(new PolicyDocument(Version.V2012_10_17, Optional.empty(), crowd));
    return all;
  }

  /// Some requests, several of them in one context.
  List<AccessRequest> requests(int contexts, int each) {
    List<AccessRequest> requests = new ArrayList<>();
    for (int i = 0; i < contexts; i++) {
      RequestContext context = context();
      requests.addAll(choices.listOf(each, each, _ -> request(context)));
    }
    return requests;
  }

  private AccessRequest request(RequestContext context) {
    AccountId account =
        requester.accountId().filter(_ -> choices.chance(90)).orElse(RequesterMaker.HOME);
    return new AccessRequest(
        choices.oneOf(theme.actions()),
        choices.oneOf(theme.resources()),
        choices.chance(80) ? account : RequesterMaker.HOME,
        context);
  }

  /// A statement that fits into the layer.
  Statement statement(Layer layer, Effect effect) {
    return statements.make(shape(layer), effect);
  }

  /// As what the layer's documents are read.
  PolicyKind kind(Layer layer) {
    return switch (layer) {
      case IDENTITY, PERMISSIONS_BOUNDARY, SESSION -> PolicyKind.IDENTITY;
      case SERVICE_CONTROL -> PolicyKind.SERVICE_CONTROL;
      case RESOURCE_CONTROL -> PolicyKind.RESOURCE_CONTROL;
      case VPC_ENDPOINT -> PolicyKind.VPC_ENDPOINT;
      case RESOURCE -> theme.isTrust() ? PolicyKind.TRUST : PolicyKind.RESOURCE;
    };
  }

  private void addIf(int percent, Map<Layer, List<List<PolicyDocument>>> layers, Layer layer) {
    if (choices.chance(percent)) {
      layers.put(layer, levels(layer));
    }
  }

  private List<List<PolicyDocument>> levels(Layer layer) {
    return switch (layer) {
      case SERVICE_CONTROL, RESOURCE_CONTROL ->
          choices.listOf(
              choices.chance(97) ? 1 : 0, 2, _ -> documents(choices.chance(95) ? 1 : 0, 2, layer));
      case VPC_ENDPOINT, RESOURCE, IDENTITY, PERMISSIONS_BOUNDARY, SESSION ->
          List.of(documents(choices.chance(95) ? 1 : 0, 2, layer));
    };
  }

  private List<PolicyDocument> documents(int min, int max, Layer layer) {
    return choices.listOf(min, max, _ -> document(layer));
  }

  PolicyDocument document(Layer layer) {
    int denies = layer == Layer.RESOURCE_CONTROL ? 40 : 22;
    return new PolicyDocument(
        choices.chance(90) ? Version.V2012_10_17 : Version.V2008_10_17,
        choices.chance(5) ? Optional.of("id") : Optional.empty(),
        statements(layer, denies));
  }

  private List<Statement> statements(Layer layer, int denies) {
    List<Statement> made = new ArrayList<>();
    int count = 1 + choices.below(3);
    for (int i = 0; i < count; i++) {
      made.add(statement(layer, choices.chance(denies) ? Effect.DENY : Effect.ALLOW));
    }
    return made;
  }

  private Shape shape(Layer layer) {
    return switch (layer) {
      case RESOURCE -> theme.isTrust() ? Shape.TRUST : Shape.WITH_PRINCIPAL;
      case VPC_ENDPOINT -> Shape.WITH_PRINCIPAL;
      case RESOURCE_CONTROL -> Shape.FOR_ANYONE;
      case SERVICE_CONTROL, IDENTITY, PERMISSIONS_BOUNDARY, SESSION -> Shape.PLAIN;
    };
  }

  private RequestContext context() {
    RequestContext context = RequestContext.EMPTY;
    for (Key key : Key.ALL) {
      if (!choices.chance(70)) {
        continue;
      }
      boolean isMultivalued = key.isMultivalued() != choices.chance(3);
      String name = choices.chance(95) ? key.name() : Spoiler.turned(key.name(), choices);
      context =
          isMultivalued
              ? context.with(name, choices.listOf(0, 3, _ -> alphabet.asked(key)))
              : context.with(name, alphabet.asked(key));
    }
    return context;
  }
}
