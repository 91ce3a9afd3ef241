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

  /// More are not listed: a text of the greatest length can have 100,000 things wrong, and nobody
  /// reads them.
  private static final int MAX = 1_000;

  private final Listed errors = new Listed();
  private final Listed warnings = new Listed();
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
    copy.errors.addAll(errors);
    copy.warnings.addAll(warnings);
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
    warnings.add(new Finding(id, Severity.WARNING, span, message));
  }

  private Optional<Refusal> add(
      String id, Span span, String message, Optional<Refusal> before, String refusal) {
    Finding finding = new Finding(id, Severity.ERROR, span, message);
    errors.add(finding);
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

  /// All findings in the order of the text, the thousand errors and the thousand warnings that were
  /// met first. What a text means that is not certain is not warned of.
  List<Finding> inOrder() {
    List<Finding> inOrder = new ArrayList<>(errors.first);
    if (isReadable) {
      inOrder.addAll(warnings.first);
    }
    inOrder.sort(BY_PLACE);
    errors.addRest(inOrder);
    if (isReadable) {
      warnings.addRest(inOrder);
    }
    return List.copyOf(inOrder);
  }

  /// The first findings of a severity, and how many more there were.
  private static final class Listed {

    private final List<Finding> first = new ArrayList<>();
    private int more;

    void add(Finding finding) {
      if (first.size() < MAX) {
        first.add(finding);
      } else {
        more++;
      }
    }

    /// How many more there were, if there were, as a finding of the same severity.
    void addRest(List<Finding> listed) {
      if (more > 0) {
        Finding last = first.getLast();
        String message = more + " more findings are not listed.";
        listed.add(new Finding("MORE_FINDINGS", last.severity(), last.span(), message));
      }
    }

    void addAll(Listed other) {
      other.first.forEach(this::add);
      more += other.more;
    }
  }
}
