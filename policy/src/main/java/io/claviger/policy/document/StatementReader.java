package io.claviger.policy.document;

import io.claviger.policy.document.Statement.ActionElement;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.document.Statement.PrincipalElement;
import io.claviger.policy.document.Statement.ResourceElement;
import java.util.ArrayList;
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
  private final ActionSyntax actionSyntax;
  private final ResourceSyntax resourceSyntax;
  private final PrincipalReader principals;
  private final ConditionReader conditions;
  private final VariableSyntax variables;

  StatementReader(
      PolicyKind kind, PolicyDocument.Version version, DocumentedNames names, Findings findings) {
    this.kind = kind;
    this.findings = findings;
    this.variables = new VariableSyntax(version, findings);
    this.actionSyntax = new ActionSyntax(kind, names, findings);
    this.resourceSyntax = new ResourceSyntax(kind, findings);
    this.principals = new PrincipalReader(kind, findings);
    this.conditions = new ConditionReader(names, findings, variables);
  }

  /// The `Sid` of what may be a statement.
  static Optional<JsonValue.Text> sid(JsonValue json) {
    if (!(json instanceof JsonValue.Mapping mapping)) {
      return Optional.empty();
    }
    for (JsonValue.Member member : mapping.members()) {
      if (member.name().equals("Sid") && member.value() instanceof JsonValue.Text text) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  /// The statement, which is whole only if nothing unreadable is found.
  Optional<Statement> read(JsonValue json) {
    if (!(json instanceof JsonValue.Mapping mapping)) {
      findings.syntaxError("DATA_TYPE_MISMATCH", json.span(), "Invalid Statement");
      return Optional.empty();
    }
    Elements elements = Elements.of(mapping, KNOWN, findings);
    Optional<String> sid = elements.text("Sid");
    checkSid(json);
    Effect effect = effect(elements);
    new KindSyntax(kind, findings).check(elements, effect);
    Optional<PrincipalElement> principal = principals.read(elements, effect);
    ActionElement action = action(elements);
    Optional<ResourceElement> resource = resource(elements);
    List<Statement.Condition> block = conditions.read(elements, effect);
    Statement statement =
        new Statement(sid, effect, principal, action, resource, block, json.span());
    if (kind == PolicyKind.TRUST) {
      Span span = elements.find("Principal").map(JsonValue::span).orElse(json.span());
      new TenantAdvice(findings).check(statement, span);
    }
    return Optional.of(statement);
  }

  /// Services other than IAM and Organizations take any text for a `Sid`.
  private void checkSid(JsonValue json) {
    sid(json)
        .filter(sid -> kind.isOfIam() && !isAlphanumeric(sid.text()))
        .ifPresent(sid -> findings.refused("UNSUPPORTED_SID", sid.span(), Wording.SID_CHARACTERS));
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
    String text = elements.text("Effect").orElse("Deny");
    if (!text.equals("Allow") && !text.equals("Deny")) {
      Span span = elements.find("Effect").map(JsonValue::span).orElse(elements.span());
      findings.syntaxError("INVALID_EFFECT", span, "Invalid effect: " + text);
    }
    return text.equals("Allow") ? Effect.ALLOW : Effect.DENY;
  }

  private ActionElement action(Elements elements) {
    boolean isNegated = isNegated(elements, "Action");
    String name = isNegated ? "NotAction" : "Action";
    List<JsonValue.Text> patterns = elements.texts(name);
    if (!elements.has(name)) {
      findings.uncertain("MISSING_ACTION", elements.span(), Wording.NO_ACTIONS);
    } else if (patterns.isEmpty()) {
      findings.refused("EMPTY_ARRAY_ACTION", elements.span(), Wording.NO_ACTIONS);
    }
    patterns.forEach(actionSyntax::check);
    return new ActionElement(isNegated, strings(patterns));
  }

  private Optional<ResourceElement> resource(Elements elements) {
    boolean isNegated = isNegated(elements, "Resource");
    String name = isNegated ? "NotResource" : "Resource";
    if (!elements.has(name)) {
      if (kind != PolicyKind.TRUST) {
        findings.uncertain("MISSING_RESOURCE", elements.span(), Wording.NO_RESOURCES);
      }
      return Optional.empty();
    }
    List<JsonValue.Text> patterns = elements.texts(name);
    if (patterns.isEmpty()) {
      findings.refused("EMPTY_ARRAY_RESOURCE", elements.span(), Wording.NO_RESOURCES);
    }
    patterns.forEach(resourceSyntax::check);
    patterns.forEach(variables::checkResource);
    return Optional.of(new ResourceElement(isNegated, strings(patterns)));
  }

  /// Whether the element stands in its negated form; both forms at once are a finding.
  private boolean isNegated(Elements elements, String name) {
    String negated = "Not" + name;
    if (elements.has(name) && elements.has(negated)) {
      findings.syntaxError(
          "UNSUPPORTED_ELEMENT_COMBINATION",
          elements.span(),
          "Statement must not contain both " + name + " and " + negated);
    }
    return !elements.has(name) && elements.has(negated);
  }

  private static List<String> strings(List<JsonValue.Text> texts) {
    List<String> strings = new ArrayList<>(texts.size());
    texts.forEach(text -> strings.add(text.text()));
    return strings;
  }
}
