package io.claviger.cli.simulate;

import io.claviger.cli.terminal.SourceText;
import io.claviger.policy.decide.AccessRequest;
import java.util.List;
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

  /// What to say of each decision that is not as expected.
  List<String> unexpected(Simulation simulation) {
    if (expected == null) {
      return List.of();
    }
    boolean shouldAllow = expected == Outcome.ALLOWED;
    return simulation.decisions().stream()
        .filter(each -> each.decision().isAllowed() != shouldAllow)
        .map(each -> unexpected(each.request(), shouldAllow))
        .toList();
  }

  private static String unexpected(AccessRequest request, boolean shouldAllow) {
    return "claviger: expected "
        + name(shouldAllow)
        + ", but "
        + SourceText.printable(request.action() + " on " + request.resource())
        + " is "
        + name(!shouldAllow);
  }

  private static String name(boolean isAllowed) {
    return isAllowed ? "allowed" : "denied";
  }
}
