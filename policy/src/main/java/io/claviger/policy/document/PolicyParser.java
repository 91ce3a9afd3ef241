package io.claviger.policy.document;

import java.util.List;
import java.util.Optional;

/// Reads policy documents: the one parser for everything that reads a policy.
///
/// Strict: duplicate keys, unknown or miscased elements, trailing data, excessive depth are errors.
/// What the first finding says is what IAM's `MalformedPolicyDocument` error says.
///
/// AWS rule: IAM User Guide, "Grammar of the IAM JSON policy language".
public final class PolicyParser {

  /// The longest text that is read. Far above what IAM stores, since policies of AWS itself are
  /// longer than those of its customers may be.
  public static final int MAX_CHARACTERS = 1_048_576;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private PolicyParser() {}

  /// Reads the text as a policy of the given kind. Never throws on account of the text.
  public static ParsedPolicy parse(String text, PolicyKind kind) {
    Findings findings = new Findings(new Wording(kind, false));
    if (text.length() > MAX_CHARACTERS) {
      findings.syntaxError("TOO_LONG", Span.START, "The policy is too long");
      return new ParsedPolicy(Optional.empty(), findings.inOrder());
    }
    checkStart(text, kind, findings);
    Optional<JsonValue> json =
        findings.isEmpty() ? JsonReader.read(text, findings) : Optional.empty();
    if (json.isEmpty()) {
      return new ParsedPolicy(Optional.empty(), findings.inOrder());
    }
    return read(json.get(), kind, findings);
  }

  private static ParsedPolicy read(JsonValue json, PolicyKind kind, Findings before) {
    Findings findings = before.in(new Wording(kind, DocumentReader.isLegacy(json)));
    Optional<PolicyDocument> document = new DocumentReader(kind, findings).read(json);
    List<Finding> all = findings.inOrder();
    return new ParsedPolicy(all.isEmpty() ? document : Optional.empty(), all);
  }

  private static void checkStart(String text, PolicyKind kind, Findings findings) {
    if (text.isEmpty() || text.charAt(0) == BYTE_ORDER_MARK) {
      findings.error("INVALID_JSON", Span.START, findings.wording().notJson());
    } else if (kind == PolicyKind.TRUST && Character.isWhitespace(text.charAt(0))) {
      findings.error("LEADING_SPACES", Span.START, Wording.LEADING_SPACES);
    }
  }
}
