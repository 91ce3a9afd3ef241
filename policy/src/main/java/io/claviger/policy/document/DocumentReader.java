package io.claviger.policy.document;

import io.claviger.policy.document.PolicyDocument.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the outermost level of a policy.
final class DocumentReader {

  private static final Set<String> KNOWN = Set.of("Version", "Id", "Statement");

  private final PolicyKind kind;
  private final Findings findings;

  DocumentReader(PolicyKind kind, Findings findings) {
    this.kind = kind;
    this.findings = findings;
  }

  /// Whether the document does not say that it is of the newer version.
  static boolean isLegacy(JsonValue json) {
    return json instanceof JsonValue.Mapping mapping
        && mapping.members().stream()
            .noneMatch(member ->
                member.name().equals("Version")
                    && member.value() instanceof JsonValue.Text text
                    && text.text().equals(Version.V2012_10_17.text()));
  }

  /// The document, which is whole only if there are no findings.
  Optional<PolicyDocument> read(JsonValue json) {
    if (!(json instanceof JsonValue.Mapping mapping)) {
      findings.syntaxError("NOT_AN_OBJECT", json.span(), "Policies must be valid JSON objects");
      return Optional.empty();
    }
    Elements elements = Elements.of(mapping, KNOWN, findings);
    Version version = version(elements);
    Optional<String> id = elements.text("Id");
    List<Statement> statements = statements(elements);
    return Optional.of(new PolicyDocument(version, id, statements));
  }

  private Version version(Elements elements) {
    Optional<String> text = elements.text("Version");
    if (text.isEmpty()) {
      return Version.V2008_10_17;
    }
    for (Version version : Version.values()) {
      if (version.text().equals(text.get())) {
        return version;
      }
    }
    Span span = elements.find("Version").map(JsonValue::span).orElse(Span.START);
    findings.syntaxError("UNKNOWN_VERSION", span, "The policy must contain a valid version string");
    return Version.V2008_10_17;
  }

  private List<Statement> statements(Elements elements) {
    Optional<JsonValue> element = elements.find("Statement");
    if (element.isEmpty()) {
      findings.syntaxError(
          "MISSING_STATEMENT", elements.span(), "Missing required field Statement");
      return List.of();
    }
    List<JsonValue> items =
        element.get() instanceof JsonValue.Sequence list ? list.items() : List.of(element.get());
    if (items.isEmpty()) {
      findings.syntaxError("NO_STATEMENTS", element.get().span(), "Statement is empty!");
    }
    StatementReader reader = new StatementReader(kind, findings);
    List<Statement> statements = new ArrayList<>();
    items.forEach(item -> reader.read(item).ifPresent(statements::add));
    checkSids(items);
    return statements;
  }

  private void checkSids(List<JsonValue> items) {
    Set<String> sids = new HashSet<>();
    for (JsonValue item : items) {
      StatementReader.sid(item)
          .filter(sid -> !sid.text().isEmpty() && !sids.add(sid.text()))
          .ifPresent(sid -> findings.error("DUPLICATE_SID", sid.span(), Wording.SIDS_ALIKE));
    }
  }
}
