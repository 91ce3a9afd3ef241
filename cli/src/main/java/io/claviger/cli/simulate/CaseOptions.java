package io.claviger.cli.simulate;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Requests with their policies, as options.
final class CaseOptions {

  @Option(
      names = "--case",
      paramLabel = "FILE",
      description =
          "Take the request and its policies from a file with one decision case; - is standard"
              + " input.")
  private @Nullable String one;

  @Option(
      names = "--cases",
      paramLabel = "FILE",
      description =
          "Answer any number of decision cases in JSON Lines, in order, line by line. With --explain"
              + " each answer has its reasons.")
  private @Nullable String many;

  @Nullable String one() {
    return one;
  }

  @Nullable String many() {
    return many;
  }
}
