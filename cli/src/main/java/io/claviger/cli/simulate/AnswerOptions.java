package io.claviger.cli.simulate;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How to answer, as options.
final class AnswerOptions {

  @Option(names = "--explain", description = "Show how each decision came about.")
  private boolean isExplaining;

  @Option(names = "--json", description = "Print JSON.")
  private boolean isJson;

  @Option(
      names = "--expect",
      paramLabel = "OUTCOME",
      description = "allowed or denied: end with status 1 if a request is decided otherwise.")
  private @Nullable Outcome expected;

  /// What may be expected.
  enum Outcome {
    ALLOWED,
    DENIED
  }

  boolean isExplaining() {
    return isExplaining;
  }

  boolean isJson() {
    return isJson;
  }

  @Nullable Outcome expected() {
    return expected;
  }

  /// Whether every decision is as expected.
  boolean isMet(Simulation simulation) {
    return expected == null || simulation.isAll(expected == Outcome.ALLOWED);
  }
}
