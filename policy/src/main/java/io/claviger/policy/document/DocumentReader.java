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
  private final DocumentedNames names;
  private final Findings findings;

  DocumentReader(PolicyKind kind, DocumentedNames names, Findings findings) {
    this.kind = kind;
    this.names = names;
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
      findings.syntaxError(
          "DATA_TYPE_MISMATCH", json.span(), "Policies must be valid JSON objects");
      return Optional.empty();
    }
    Elements elements = Elements.of(mapping, KNOWN, findings);
    Version version = version(elements);
    Optional<String> id = elements.text("Id");
    List<Statement> statements = statements(elements, version);
    return Optional.of(new PolicyDocument(version, id, statements));
  }

  private Version version(Elements elements) {
    Optional<String> text = elements.text("Version");
    if (!elements.has("Version")) {
      findings.warning(
          "MISSING_VERSION",
          elements.span(),
          "Without a Version the policy is of 2008-10-17, which has no policy variables.");
    }
    if (text.isEmpty()) {
      return Version.V2008_10_17;
    }
    for (Version version : Version.values()) {
      if (version.text().equals(text.get())) {
        return version;
      }
    }
    Span span = elements.find("Version").map(JsonValue::span).orElse(Span.START);
    findings.syntaxError("INVALID_VERSION", span, "The policy must contain a valid version string");
    return Version.V2008_10_17;
  }

  private List<Statement> statements(Elements elements, Version version) {
    Optional<JsonValue> element = elements.find("Statement");
    if (element.isEmpty()) {
      findings.syntaxError(
          "MISSING_STATEMENT", elements.span(), "Missing required field Statement");
      return List.of();
    }
    List<JsonValue> items =
        element.get() instanceof JsonValue.Sequence list ? list.items() : List.of(element.get());
    if (items.isEmpty()) {
      findings.oddSyntax("MISSING_STATEMENT", element.get().span(), "Statement is empty!");
    }
    StatementReader reader = new StatementReader(kind, version, names, findings);
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
          .ifPresent(this::reportAlike);
    }
  }

  private void reportAlike(JsonValue.Text sid) {
    if (kind.isOfIam()) {
      findings.refused("UNIQUE_SIDS_REQUIRED", sid.span(), Wording.SIDS_ALIKE);
    } else {
      findings.warning(
          "UNIQUE_SIDS_RECOMMENDED",
          sid.span(),
          "Two statements have this Sid, so a denial that names it says less.");
    }
  }
}
