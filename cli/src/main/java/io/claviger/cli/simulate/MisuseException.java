package io.claviger.cli.simulate;

import io.claviger.policy.document.Finding;
import io.claviger.policy.document.ParsedPolicy;
import java.util.stream.Collectors;

/// The command was told wrongly. The message is for people.
final class MisuseException extends Exception {

  private static final long serialVersionUID = 1;

  MisuseException(String message) {
    super(message);
  }

  /// A policy is none that AWS would save. The message has a line for each error.
  static MisuseException refused(String name, ParsedPolicy parsed) {
    return new MisuseException(
        parsed.findings().stream()
            .filter(finding -> finding.severity() == Finding.Severity.ERROR)
            .map(finding -> line(name, finding))
            .collect(Collectors.joining("\n")));
  }

  private static String line(String name, Finding finding) {
    return "%s:%d:%d: %s: %s"
        .formatted(
            name,
            finding.span().startLine(),
            finding.span().startColumn(),
            finding.id(),
            finding.message());
  }
}
