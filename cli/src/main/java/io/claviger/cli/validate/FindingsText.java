package io.claviger.cli.validate;

import io.claviger.cli.terminal.Ink;
import io.claviger.cli.terminal.SourceText;
import io.claviger.policy.document.Finding;
import io.claviger.policy.document.Finding.Severity;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import io.claviger.policy.document.Span;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Prints findings for people, with the text underlined.
///
/// @param isKindAssumed whether nobody said what the policies are for
record FindingsText(Ink ink, boolean isKindAssumed, PrintWriter out) {

  void print(Report report) {
    report.checked().forEach(this::print);
    long errors = report.count(Severity.ERROR);
    long warnings = report.count(Severity.WARNING);
    int policies = report.checked().size();
    if (policies > 1 || errors + warnings > 0) {
      out.println(
          count(policies, "policy", "policies")
              + ": "
              + count(errors, "error", "errors")
              + ", "
              + count(warnings, "warning", "warnings"));
    }
  }

  private static String count(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  private void print(Checked checked) {
    String name = SourceText.printable(checked.name());
    if (checked.parsed().findings().isEmpty()) {
      out.println(name + ": " + ink.green("no findings"));
      return;
    }
    SourceText text = SourceText.of(checked.text());
    checked.parsed().findings().forEach(finding -> print(name, text, finding));
    checked
        .parsed()
        .refusal()
        .ifPresent(refusal -> note(name + ": AWS answers MalformedPolicyDocument: " + refusal));
    otherKind(checked)
        .ifPresent(kind ->
            note(name + ": has no errors as another kind of policy: --kind " + KindNames.of(kind)));
  }

  private void note(String text) {
    out.println(ink.bold("note") + ": " + SourceText.printable(text));
    out.println();
  }

  /// The kind that the author may have had in mind, where nobody said.
  private Optional<PolicyKind> otherKind(Checked checked) {
    return isKindAssumed && checked.isRefused()
        ? Stream.of(PolicyKind.TRUST, PolicyKind.RESOURCE)
            .filter(kind -> PolicyParser.parse(checked.text(), kind).refusal().isEmpty())
            .findFirst()
        : Optional.empty();
  }

  private void print(String name, SourceText text, Finding finding) {
    Span span = finding.span();
    String gutter = " ".repeat(Integer.toString(span.endLine()).length());
    out.println(severity(finding) + ": " + ink.bold(SourceText.printable(finding.message())));
    out.println(
        gutter + ink.blue("-->") + ' ' + name + ':' + span.startLine() + ':' + span.startColumn());
    out.println(gutter + ink.blue(" |"));
    underline(text, span, span.startLine(), gutter, finding);
    if (span.endLine() > span.startLine()) {
      if (span.endLine() > span.startLine() + 1) {
        out.println(ink.blue("..."));
      }
      underline(text, span, span.endLine(), gutter, finding);
    }
    out.println();
  }

  private String severity(Finding finding) {
    return switch (finding.severity()) {
      case ERROR -> ink.red("error[" + finding.id() + ']');
      case WARNING -> ink.yellow("warning[" + finding.id() + ']');
    };
  }

  /// The part of the span that is on the line.
  private void underline(SourceText text, Span span, int line, String gutter, Finding finding) {
    int lineEnd = text.line(line).length() + 1;
    int from = line == span.startLine() ? span.startColumn() : indent(text.line(line)) + 1;
    int to = line == span.endLine() ? span.endColumn() : lineEnd;
    List<String> shown = text.underlined(line, from, Math.max(to, from + 1));
    String number = Integer.toString(line);
    out.println(
        ink.blue(" ".repeat(gutter.length() - number.length()) + number + " |")
            + ' '
            + shown.getFirst());
    String carets = shown.getLast();
    out.println(
        gutter
            + ink.blue(" |")
            + ' '
            + switch (finding.severity()) {
              case ERROR -> ink.red(carets);
              case WARNING -> ink.yellow(carets);
            });
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
