package io.claviger.policy.document;

import io.claviger.policy.document.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Collects what is wrong with one text while it is read. Confined to that reading.
///
/// Three degrees: what makes the text unreadable, so that nothing it says is certain; what AWS
/// refuses to save, though it can be evaluated; and what is worth a word.
final class Findings {

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparingInt((Finding finding) -> finding.span().startLine())
          .thenComparingInt(finding -> finding.span().startColumn());

  private final List<Finding> all = new ArrayList<>();
  private final Wording wording;

  /// The first of the errors by which AWS says that the text as a whole is no policy. Those come
  /// before what is wrong with single elements, wherever they stand.
  private Optional<Refusal> ofTheWhole = Optional.empty();

  private Optional<Refusal> ofAnElement = Optional.empty();
  private boolean isReadable = true;

  /// @param finding where and what
  /// @param message AWS's
  private record Refusal(Finding finding, String message) {

    boolean isBefore(Finding other) {
      return BY_PLACE.compare(finding, other) <= 0;
    }
  }

  Findings(Wording wording) {
    this.wording = wording;
  }

  /// What was found so far, to go on with in other words.
  Findings in(Wording other) {
    Findings copy = new Findings(other);
    copy.all.addAll(all);
    copy.ofTheWhole = ofTheWhole;
    copy.ofAnElement = ofAnElement;
    copy.isReadable = isReadable;
    return copy;
  }

  /// How the kind of policy at hand is spoken of.
  Wording wording() {
    return wording;
  }

  /// The text is not JSON.
  void notJson(String id, Span span, String message) {
    isReadable = false;
    ofTheWhole = add(id, span, message, ofTheWhole, wording.notJson());
  }

  /// The text is no policy.
  void syntaxError(String id, Span span, String message) {
    isReadable = false;
    oddSyntax(id, span, message);
  }

  /// AWS says that the text is no policy, but what it says is certain.
  void oddSyntax(String id, Span span, String message) {
    ofTheWhole = add(id, span, message, ofTheWhole, wording.syntaxError(message));
  }

  /// An element is missing, or means nobody knows what.
  void uncertain(String id, Span span, String message) {
    isReadable = false;
    refused(id, span, message);
  }

  /// AWS refuses to save the policy for an element whose meaning is certain.
  void refused(String id, Span span, String message) {
    ofAnElement = add(id, span, message, ofAnElement, message);
  }

  /// Likely not what the author means.
  void warning(String id, Span span, String message) {
    all.add(new Finding(id, Severity.WARNING, span, message));
  }

  private Optional<Refusal> add(
      String id, Span span, String message, Optional<Refusal> before, String refusal) {
    Finding finding = new Finding(id, Severity.ERROR, span, message);
    all.add(finding);
    return before
        .filter(first -> first.isBefore(finding))
        .or(() -> Optional.of(new Refusal(finding, refusal)));
  }

  boolean isReadable() {
    return isReadable;
  }

  /// What AWS answers who saves the policy; empty if it is saved.
  Optional<String> refusal() {
    return ofTheWhole.or(() -> ofAnElement).map(Refusal::message);
  }

  /// All findings in the order of the text. What a text means that is not certain is not warned of.
  List<Finding> inOrder() {
    if (all.isEmpty()) {
      return List.of();
    }
    return all.stream()
        .filter(finding -> isReadable || finding.severity() == Severity.ERROR)
        .sorted(BY_PLACE)
        .toList();
  }
}
