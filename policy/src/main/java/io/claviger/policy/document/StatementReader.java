package io.claviger.policy.document;

import io.claviger.policy.document.Statement.ActionElement;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.document.Statement.PrincipalElement;
import io.claviger.policy.document.Statement.ResourceElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads one statement.
///
/// AWS rule: IAM User Guide, "Grammar of the IAM JSON policy language"; which elements stand in
/// which kind of policy: "AWS JSON policy elements: Principal" and "NotPrincipal", and
/// Organizations User Guide, "SCP syntax" and "RCP syntax".
final class StatementReader {

  private static final Set<String> KNOWN =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

  private final PolicyKind kind;
  private final Findings findings;

  StatementReader(PolicyKind kind, Findings findings) {
    this.kind = kind;
    this.findings = findings;
  }

  /// The `Sid` of what may be a statement.
  static Optional<JsonValue.Text> sid(JsonValue json) {
    if (!(json instanceof JsonValue.Mapping mapping)) {
      return Optional.empty();
    }
    return mapping.members().stream()
        .filter(member -> member.name().equals("Sid"))
        .map(JsonValue.Member::value)
        .filter(JsonValue.Text.class::isInstance)
        .map(JsonValue.Text.class::cast)
        .findFirst();
  }

  /// The statement, which is whole only if there are no findings.
  Optional<Statement> read(JsonValue json) {
    if (!(json instanceof JsonValue.Mapping mapping)) {
      findings.syntaxError("NOT_AN_OBJECT", json.span(), "Invalid Statement");
      return Optional.empty();
    }
    Elements elements = Elements.of(mapping, KNOWN, findings);
    Optional<String> sid = elements.text("Sid");
    checkSid(json);
    Effect effect = effect(elements);
    Optional<PrincipalElement> principal = principal(elements, effect);
    ActionElement action = action(elements);
    Optional<ResourceElement> resource = resource(elements);
    List<Statement.Condition> conditions = new ConditionReader(findings).read(elements);
    return Optional.of(
        new Statement(sid, effect, principal, action, resource, conditions, json.span()));
  }

  /// Services other than IAM and Organizations take any text for a `Sid`.
  private void checkSid(JsonValue json) {
    switch (kind) {
      case RESOURCE, VPC_ENDPOINT -> {}
      case IDENTITY, TRUST, SERVICE_CONTROL, RESOURCE_CONTROL ->
          sid(json)
              .filter(sid -> !isAlphanumeric(sid.text()))
              .ifPresent(sid -> findings.error("INVALID_SID", sid.span(), Wording.SID_CHARACTERS));
    }
  }

  private static boolean isAlphanumeric(String text) {
    return text.chars()
        .map(c -> AsciiCase.lower((char) c))
        .allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
  }

  private Effect effect(Elements elements) {
    if (!elements.has("Effect")) {
      findings.syntaxError("MISSING_EFFECT", elements.span(), "Missing required field Effect");
      return Effect.DENY;
    }
    String text = elements.text("Effect").orElse("");
    if (text.equals("Allow")) {
      return Effect.ALLOW;
    }
    if (!text.equals("Deny")) {
      Span span = elements.find("Effect").map(JsonValue::span).orElse(elements.span());
      findings.syntaxError("INVALID_EFFECT", span, "Invalid effect: " + text);
    }
    return Effect.DENY;
  }

  private Optional<PrincipalElement> principal(Elements elements, Effect effect) {
    return switch (kind) {
      case IDENTITY, SERVICE_CONTROL -> {
        elements.prohibit("Principal");
        elements.prohibit("NotPrincipal");
        yield Optional.empty();
      }
      case TRUST, RESOURCE_CONTROL -> {
        elements.prohibit("NotPrincipal");
        yield new PrincipalReader(kind, findings).read(elements);
      }
      case RESOURCE, VPC_ENDPOINT -> {
        if (effect == Effect.ALLOW) {
          elements.prohibit("NotPrincipal");
        }
        yield new PrincipalReader(kind, findings).read(elements);
      }
    };
  }

  private ActionElement action(Elements elements) {
    if (kind == PolicyKind.RESOURCE_CONTROL) {
      elements.prohibit("NotAction");
    }
    boolean isNegated = isNegated(elements, "Action");
    List<JsonValue.Text> patterns = elements.texts(isNegated ? "NotAction" : "Action");
    if (patterns.isEmpty()) {
      findings.error("NO_ACTIONS", elements.span(), Wording.NO_ACTIONS);
    }
    ActionSyntax syntax = new ActionSyntax(kind, findings);
    patterns.forEach(syntax::check);
    return new ActionElement(isNegated, strings(patterns));
  }

  private Optional<ResourceElement> resource(Elements elements) {
    if (kind == PolicyKind.TRUST) {
      elements.prohibit("Resource");
      elements.prohibit("NotResource");
      return Optional.empty();
    }
    boolean isNegated = isNegated(elements, "Resource");
    List<JsonValue.Text> patterns = elements.texts(isNegated ? "NotResource" : "Resource");
    if (patterns.isEmpty()) {
      findings.error("NO_RESOURCES", elements.span(), Wording.NO_RESOURCES);
    }
    patterns.forEach(pattern -> ResourceSyntax.check(pattern, findings));
    return Optional.of(new ResourceElement(isNegated, strings(patterns)));
  }

  /// Whether the element stands in its negated form; both forms at once are a finding.
  private boolean isNegated(Elements elements, String name) {
    String negated = "Not" + name;
    if (elements.has(name) && elements.has(negated)) {
      findings.syntaxError(
          "CONTRADICTING_ELEMENTS",
          elements.span(),
          "Statement must not contain both " + name + " and " + negated);
    }
    return !elements.has(name) && elements.has(negated);
  }

  private static List<String> strings(List<JsonValue.Text> texts) {
    return texts.stream().map(JsonValue.Text::text).toList();
  }
}
