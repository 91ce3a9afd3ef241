package io.claviger.cli.simulate;

import io.claviger.cli.terminal.JsonOutput;
import io.claviger.cli.terminal.SourceText;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import io.claviger.policy.document.PolicyPrinter;
import io.claviger.policy.document.Span;
import io.claviger.policy.document.Statement;
import java.util.List;

/// A policy with a text in which no two statements share a line: its author's, or else laid out
/// anew.
///
/// @param statements where in the text each statement stands
/// @param isLaidOutAnew whether the lines are others than its author's
record ReadablePolicy(
    SourceText text, List<Span> statements, PolicyDocument document, boolean isLaidOutAnew) {

  /// No line is so long that a terminal would have to wrap it several times.
  private static final int MOST_COLUMNS = 160;

  /// The policy that the text spells.
  ///
  /// @throws MisuseException if AWS would not save it
  static ReadablePolicy of(String name, String text, PolicyKind kind) throws MisuseException {
    ParsedPolicy parsed = PolicyParser.parse(text, kind);
    if (parsed.document().isEmpty()) {
      throw MisuseException.refused(name, parsed);
    }
    ReadablePolicy asWritten = of(text, parsed.document().get());
    return asWritten.isReadable()
        ? asWritten
        : laidOut(text, kind, parsed.document().get()).laidOutAnew();
  }

  /// A policy whose text is not at hand.
  static ReadablePolicy of(PolicyDocument document, PolicyKind kind) {
    return laidOut(PolicyPrinter.print(document), kind, document);
  }

  private static ReadablePolicy laidOut(String text, PolicyKind kind, PolicyDocument document) {
    String indented = JsonOutput.indent(text);
    return PolicyParser.parse(indented, kind)
        .evaluable()
        .map(again -> of(indented, again))
        .orElseGet(() -> of(text, document));
  }

  private static ReadablePolicy of(String text, PolicyDocument document) {
    List<Span> spans = document.statements().stream().map(Statement::span).toList();
    return new ReadablePolicy(SourceText.of(text), spans, document, false);
  }

  private ReadablePolicy laidOutAnew() {
    return new ReadablePolicy(text, statements, document, true);
  }

  private boolean isReadable() {
    for (int i = 1; i < statements.size(); i++) {
      if (statements.get(i).startLine() <= statements.get(i - 1).endLine()) {
        return false;
      }
    }
    for (int line = 1; line <= text.count(); line++) {
      if (text.line(line).length() > MOST_COLUMNS) {
        return false;
      }
    }
    return true;
  }
}
