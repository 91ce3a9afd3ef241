package io.claviger.policy.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong with one text while it is read. Confined to that reading.
final class Findings {

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparingInt((Finding finding) -> finding.span().startLine())
          .thenComparingInt(finding -> finding.span().startColumn());

  private final List<Finding> found = new ArrayList<>();
  private final Wording wording;

  Findings(Wording wording) {
    this.wording = wording;
  }

  /// What was found so far, to go on with in other words.
  Findings in(Wording other) {
    Findings all = new Findings(other);
    all.found.addAll(found);
    return all;
  }

  /// How the kind of policy at hand is spoken of.
  Wording wording() {
    return wording;
  }

  void error(String id, Span span, String message) {
    found.add(new Finding(id, Finding.Severity.ERROR, span, message));
  }

  /// An error that AWS's answer to this kind of policy does not tell from others.
  void syntaxError(String id, Span span, String detail) {
    error(id, span, wording.syntaxError(detail));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /// All findings in the order of the text.
  List<Finding> inOrder() {
    return found.stream().sorted(BY_PLACE).toList();
  }
}
