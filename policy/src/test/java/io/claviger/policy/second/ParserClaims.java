package io.claviger.policy.second;

import io.claviger.policy.decide.CompiledPolicy;
import io.claviger.policy.decide.ContextKeys;
import io.claviger.policy.document.Finding;
import io.claviger.policy.document.Finding.Severity;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import io.claviger.policy.document.PolicyPrinter;

/// Any text can be read: it is a policy or refused, never an exception.
///
/// The first character is the kind's initial; the rest is the text.
final class ParserClaims {

  private ParserClaims() {}

  static void check(String input) {
    PolicyKind kind = kind(input.isEmpty() ? 'I' : input.charAt(0));
    String text = input.isEmpty() ? "" : input.substring(1);
    ParsedPolicy parsed = PolicyParser.parse(text, kind);

    boolean hasError =
        parsed.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    claim(hasError == parsed.refusal().isPresent(), "an error is what refuses", parsed);
    claim(hasError == parsed.document().isEmpty(), "an error is what keeps from saving", parsed);
    parsed.findings().forEach(finding -> checkPlace(finding, text));
    parsed.evaluable().ifPresent(ParserClaims::checkEvaluable);
    parsed.document().ifPresent(document -> checkPrinted(document, kind));
  }

  private static PolicyKind kind(char initial) {
    return switch (initial) {
      case 'R' -> PolicyKind.RESOURCE;
      case 'T' -> PolicyKind.TRUST;
      case 'S' -> PolicyKind.SERVICE_CONTROL;
      case 'C' -> PolicyKind.RESOURCE_CONTROL;
      case 'V' -> PolicyKind.VPC_ENDPOINT;
      default -> PolicyKind.IDENTITY;
    };
  }

  private static void checkPlace(Finding finding, String text) {
    long lines = text.chars().filter(c -> c == '\n' || c == '\r').count() + 1;
    boolean isInside =
        finding.span().startLine() >= 1
            && finding.span().startColumn() >= 1
            && finding.span().endLine() <= lines;
    claim(isInside, "a finding stands in the text", finding);
  }

  private static void checkEvaluable(PolicyDocument document) {
    CompiledPolicy.compile(document);
    ContextKeys.of(document);
  }

  private static void checkPrinted(PolicyDocument document, PolicyKind kind) {
    String printed = PolicyPrinter.print(document);
    ParsedPolicy again = PolicyParser.parse(printed, kind);
    claim(again.document().isPresent(), "what is printed can be read", printed);
    claim(
        PolicyPrinter.print(again.document().orElseThrow()).equals(printed),
        "and says the same",
        printed);
  }

  private static void claim(boolean holds, String claim, Object about) {
    if (!holds) {
      throw new AssertionError("Not true that " + claim + ": " + about);
    }
  }
}
