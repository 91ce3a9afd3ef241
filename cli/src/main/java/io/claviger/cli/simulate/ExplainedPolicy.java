package io.claviger.cli.simulate;

import io.claviger.cli.terminal.Ink;
import io.claviger.cli.terminal.SourceText;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.Miss;
import io.claviger.policy.decide.PolicySource;
import io.claviger.policy.decide.StatementOutcome;
import io.claviger.policy.document.Span;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.explain.Explanation;
import io.claviger.policy.explain.LayerNames;
import io.claviger.policy.explain.MissWords;
import java.io.PrintWriter;
import java.util.List;

/// Prints a policy's text with its statements marked: `+` for an allow and `x` for a deny that
/// matches, `~` for one that nearly does. Others are left out.
record ExplainedPolicy(Ink ink, PrintWriter out, Explanation explanation) {

  /// Of a longer statement only the beginning, the end and what speaks of the request are shown.
  private static final int MOST_LINES = 24;

  private static final int LINES_AT_AN_END = 6;
  private static final String CUT = "...";

  void print(
      Layer layer, PolicySource source, ReadablePolicy policy, List<StatementOutcome> outcomes) {
    out.println(
        ink.bold(SourceText.printable(source.name()))
            + " ("
            + LayerNames.singular(layer, explanation.request())
            + source.arn().map(arn -> ", " + arn).orElse("")
            + (policy.isLaidOutAnew() && source.arn().isEmpty() ? ", laid out anew" : "")
            + ')');
    int hidden = 0;
    for (StatementOutcome outcome : outcomes) {
      if (outcome.isMatch() || explanation.isNearMiss(outcome)) {
        print(outcome, policy);
      } else {
        hidden++;
      }
    }
    if (hidden > 0) {
      out.println(ink.dim("  " + hidden(hidden, outcomes.size())));
    }
    out.println();
  }

  private static String hidden(int hidden, int all) {
    if (hidden < all) {
      return hidden + (hidden == 1 ? " more statement does" : " more statements do") + " not match";
    }
    return all == 1
        ? "its only statement does not match"
        : "none of its " + all + " statements matches";
  }

  private void print(StatementOutcome outcome, ReadablePolicy policy) {
    Span span = policy.statements().get(outcome.index());
    int width = Integer.toString(policy.text().count()).length();
    boolean isCut = false;
    for (int line = span.startLine(); line <= span.endLine(); line++) {
      String text = policy.text().line(line);
      if (isShown(line, span, text, outcome)) {
        out.println(inColour(outcome, mark(outcome) + number(line, width) + " | " + text));
        isCut = false;
      } else if (!isCut) {
        out.println("  " + " ".repeat(width) + " | " + CUT);
        isCut = true;
      }
    }
    String indent = "  " + " ".repeat(width) + " = ";
    out.println(indent + ink.bold(verdict(outcome)));
    outcome.misses().forEach(miss -> print(indent, miss));
    if (outcome.isMatch()) {
      outcome.untold().forEach(miss -> print(indent, miss));
    }
  }

  private void print(String indent, Miss miss) {
    String words = MissWords.of(miss, explanation.requester(), explanation.request());
    out.println(indent + "  " + SourceText.printable(words));
  }

  private static String number(int line, int width) {
    String digits = Integer.toString(line);
    return " ".repeat(width - digits.length()) + digits;
  }

  private boolean isShown(int line, Span span, String text, StatementOutcome outcome) {
    int lines = span.endLine() - span.startLine() + 1;
    return lines <= MOST_LINES
        || line < span.startLine() + LINES_AT_AN_END
        || line > span.endLine() - LINES_AT_AN_END
        || Relevance.isAbout(text, outcome.statement(), explanation.request());
  }

  private static String mark(StatementOutcome outcome) {
    if (!outcome.isMatch()) {
      return "~ ";
    }
    return outcome.statement().effect() == Effect.ALLOW ? "+ " : "x ";
  }

  private String inColour(StatementOutcome outcome, String text) {
    if (!outcome.isMatch()) {
      return ink.yellow(text);
    }
    return outcome.statement().effect() == Effect.ALLOW ? ink.green(text) : ink.red(text);
  }

  private String verdict(StatementOutcome outcome) {
    String name = Words.statement(outcome.index(), outcome.statement().sid());
    String verb = outcome.statement().effect() == Effect.ALLOW ? "allow" : "deny";
    if (!outcome.isMatch()) {
      return name + " would " + verb + ", but for";
    }
    return name
        + ' '
        + (verb.equals("deny") ? "denies" : "allows")
        + (explanation.isDeciding(outcome) ? " and decides" : "")
        + (outcome.untold().isEmpty() ? "" : ", since to a deny what cannot be compared is met:");
  }
}
