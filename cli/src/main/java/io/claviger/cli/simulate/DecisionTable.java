package io.claviger.cli.simulate;

import io.claviger.cli.terminal.Ink;
import io.claviger.cli.terminal.SourceText;
import io.claviger.policy.explain.Explanation;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;

/// Prints decisions for people, a line each.
record DecisionTable(Ink ink, PrintWriter out) {

  private static final String GAP = "  ";

  void print(List<Explanation> decisions) {
    Words words = new Words(ink);
    int verdict = width("DECISION", decisions, each -> words.verdict(each.decision()));
    int action = width("ACTION", decisions, each -> each.request().action());
    int resource = width("RESOURCE", decisions, each -> each.request().resource());
    out.println(
        ink.bold(
            padded("DECISION", verdict)
                + GAP
                + padded("ACTION", action)
                + GAP
                + padded("RESOURCE", resource)
                + GAP
                + "BECAUSE"));
    for (Explanation each : decisions) {
      out.println(
          words.inColour(each.decision(), padded(words.verdict(each.decision()), verdict))
              + GAP
              + padded(each.request().action(), action)
              + GAP
              + padded(each.request().resource(), resource)
              + GAP
              + words.because(each));
    }
  }

  private static int width(
      String title, List<Explanation> decisions, Function<Explanation, String> column) {
    return decisions.stream()
        .map(column)
        .mapToInt(text -> SourceText.printable(text).length())
        .reduce(title.length(), Math::max);
  }

  private static String padded(String text, int width) {
    String shown = SourceText.printable(text);
    return shown + " ".repeat(width - shown.length());
  }
}
