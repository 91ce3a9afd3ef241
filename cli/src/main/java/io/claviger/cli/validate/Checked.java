package io.claviger.cli.validate;

import io.claviger.policy.document.Finding;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyKind;

/// A policy text that was checked.
///
/// @param name of its file, or `-`
record Checked(String name, PolicyKind kind, String text, ParsedPolicy parsed) {

  boolean isRefused() {
    return count(Finding.Severity.ERROR) > 0;
  }

  long count(Finding.Severity severity) {
    return parsed.findings().stream().filter(finding -> finding.severity() == severity).count();
  }
}
