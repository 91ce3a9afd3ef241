package io.claviger.policy.document;

import java.util.Optional;

/// Reads policy documents: the one parser for everything that reads a policy.
///
/// Strict: duplicate keys, unknown or miscased elements, trailing data, excessive depth are errors.
/// Findings bear the names of IAM Access Analyzer's checks, where it has one.
///
/// AWS rule: IAM User Guide, "Grammar of the IAM JSON policy language" and "IAM policy validation
/// check reference".
public final class PolicyParser {

  /// The longest text that is read. Far above what IAM stores, since policies of AWS itself are
  /// longer than those of its customers may be.
  public static final int MAX_CHARACTERS = 1_048_576;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private PolicyParser() {}

  /// Reads the text as a policy of the given kind. Never throws on account of the text.
  public static ParsedPolicy parse(String text, PolicyKind kind) {
    return parse(text, kind, DocumentedNames.NONE);
  }

  /// The same, and warns of names that are not documented.
  public static ParsedPolicy parse(String text, PolicyKind kind, DocumentedNames names) {
    Findings findings = new Findings(new Wording(kind, false));
    if (text.length() > MAX_CHARACTERS) {
      findings.syntaxError("TOO_LONG", Span.START, "The policy is too long");
      return result(Optional.empty(), findings);
    }
    checkStart(text, findings);
    Optional<JsonValue> json =
        findings.isReadable() ? JsonReader.read(text, findings) : Optional.empty();
    return json.map(value -> read(value, kind, names, findings))
        .orElseGet(() -> result(Optional.empty(), findings));
  }

  private static ParsedPolicy read(
      JsonValue json, PolicyKind kind, DocumentedNames names, Findings before) {
    Findings findings = before.in(new Wording(kind, DocumentReader.isLegacy(json)));
    return result(new DocumentReader(kind, names, findings).read(json), findings);
  }

  private static ParsedPolicy result(Optional<PolicyDocument> document, Findings findings) {
    return new ParsedPolicy(
        findings.refusal().isEmpty() ? document : Optional.empty(),
        findings.isReadable() ? document : Optional.empty(),
        findings.refusal(),
        findings.inOrder());
  }

  private static void checkStart(String text, Findings findings) {
    if (text.isBlank()) {
      findings.notJson("JSON_SYNTAX_ERROR", Span.START, "The policy is empty");
    } else if (text.charAt(0) == BYTE_ORDER_MARK) {
      findings.notJson(
          "JSON_SYNTAX_ERROR",
          Span.START,
          "The policy starts with a byte order mark; save it without");
    } else if (Character.isWhitespace(text.charAt(0))) {
      findings.warning(
          "LEADING_SPACES", Span.START, "IAM does not save a policy that starts with white space.");
    }
  }
}
