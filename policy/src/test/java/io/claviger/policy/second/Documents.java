package io.claviger.policy.second;

import io.claviger.policy.decide.Layer;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.Span;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.ActionElement;
import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.document.Statement.PrincipalElement;
import io.claviger.policy.document.Statement.ResourceElement;
import io.claviger.testkit.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// Changes of documents, and of all documents of a world.
final class Documents {

  private Documents() {}

  static PolicyDocument with(PolicyDocument document, List<Statement> statements) {
    return new PolicyDocument(document.version(), document.id(), statements);
  }

  static PolicyDocument plus(PolicyDocument document, Statement statement) {
    List<Statement> more = new ArrayList<>(document.statements());
    more.add(statement);
    return with(document, more);
  }

  /// The world with every document changed.
  static World changed(World world, BiFunction<Layer, PolicyDocument, PolicyDocument> change) {
    Map<Layer, List<List<PolicyDocument>>> layers = new TreeMap<>();
    world
        .layers()
        .forEach((layer, levels) ->
            layers.put(
                layer,
                levels.stream()
                    .map(level ->
                        level.stream().map(document -> change.apply(layer, document)).toList())
                    .toList()));
    return new World(world.requester(), layers);
  }

  /// The world with everything but the organization's levels in some other order.
  static World shuffled(World world, Choices choices) {
    Map<Layer, List<List<PolicyDocument>>> layers = new TreeMap<>();
    world
        .layers()
        .forEach(
            (layer, levels) -> layers.put(layer, levels.stream().map(choices::shuffled).toList()));
    return changed(
        new World(world.requester(), layers), (_, document) -> shuffled(document, choices));
  }

  private static PolicyDocument shuffled(PolicyDocument document, Choices choices) {
    return with(
        document,
        choices.shuffled(document.statements()).stream()
            .map(statement -> shuffled(statement, choices))
            .toList());
  }

  private static Statement shuffled(Statement s, Choices choices) {
    return new Statement(
        s.sid(),
        s.effect(),
        s.principal().map(p -> new PrincipalElement(p.isNegated(), choices.shuffled(p.names()))),
        new ActionElement(s.action().isNegated(), choices.shuffled(s.action().patterns())),
        s.resource().map(r -> new ResourceElement(r.isNegated(), choices.shuffled(r.patterns()))),
        choices.shuffled(s.conditions()).stream()
            .map(c -> new Condition(c.operator(), c.key(), choices.shuffled(c.values())))
            .toList(),
        s.span());
  }

  static PolicyDocument withoutSpans(PolicyDocument document) {
    return with(
        document,
        document.statements().stream()
            .map(s ->
                new Statement(
                    s.sid(),
                    s.effect(),
                    s.principal(),
                    s.action(),
                    s.resource(),
                    s.conditions(),
                    Span.NONE))
            .toList());
  }
}
