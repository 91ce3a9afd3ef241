package io.claviger.policy.second;

import io.claviger.policy.decide.Layer;
import io.claviger.policy.document.Statement.ResourceElement;
import java.util.ArrayList;
import java.util.List;

/// `Resource` and `NotResource` (§13).
final class ResourceRule {

  private static final String ANY = "*";

  private final Layer layer;
  private final boolean hasVariables;
  private final Facts facts;

  ResourceRule(Layer layer, boolean hasVariables, Facts facts) {
    this.layer = layer;
    this.hasVariables = hasVariables;
    this.facts = facts;
  }

  Kleene holds(ResourceElement element) {
    Kleene listed = Kleene.NO;
    for (String pattern : element.patterns()) {
      listed = listed.or(lists(pattern, element.isNegated()));
    }
    return element.isNegated() ? listed.not() : listed;
  }

  /// An ARN pattern does not list `*`, what an action without resource types asks for (§13.4).
  private Kleene lists(String pattern, boolean isNegated) {
    if (pattern.equals(ANY)) {
      return Kleene.YES;
    }
    List<String> resource = facts.resource();
    List<String> wanted = Fields.split(pattern);
    if (!Fields.isArn(resource)) {
      return Kleene.NO;
    }
    if (wanted.size() < Fields.COUNT) {
      return Kleene.of(isPadded(pattern) && Fields.match(padded(wanted), resource));
    }
    List<Template> templates = new ArrayList<>();
    for (String field : wanted.subList(0, Fields.COUNT - 1)) {
      templates.add(Template.plain(field));
    }
    String last = wanted.getLast();
    Template filled = hasVariables ? Variables.fill(last, facts) : Template.plain(last);
    templates.add(filled == null ? Template.plain(ANY) : filled);
    boolean matches = Fields.match(templates, resource);
    if (filled != null) {
      return Kleene.of(matches);
    }
    // Without a value the ARN lists nothing; what `NotResource` leaves out cannot be told (§14.6).
    return matches && isNegated ? Kleene.UNSURE : Kleene.NO;
  }

  /// Whether an ARN that lacks fields counts, in which case any do in their place (§13.8).
  private boolean isPadded(String pattern) {
    return switch (layer) {
      case IDENTITY, PERMISSIONS_BOUNDARY, SESSION -> true;
      case RESOURCE, VPC_ENDPOINT -> pattern.contains("*") || pattern.contains("?");
      case SERVICE_CONTROL -> pattern.endsWith("*") || pattern.endsWith("?");
      case RESOURCE_CONTROL -> false;
    };
  }

  private static List<Template> padded(List<String> fields) {
    List<Template> padded = new ArrayList<>();
    fields.forEach(field -> padded.add(Template.plain(field)));
    while (padded.size() < Fields.COUNT) {
      padded.add(Template.plain(ANY));
    }
    return padded;
  }
}
