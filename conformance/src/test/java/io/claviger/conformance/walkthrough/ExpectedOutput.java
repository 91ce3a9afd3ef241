package io.claviger.conformance.walkthrough;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Compares what a command printed with what a document says it prints, where `…` stands for any
/// text within a line.
final class ExpectedOutput {

  private static final Pattern CHANGING =
      Pattern.compile(
          "\\b(AKIA|ASIA|AIDA|AROA|AGPA|ANPA|AIPA)[A-Z0-9]{16,17}\\b"
              + "|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|\\+00:00)"
              + "|/tmp/\\S+(?=/claviger-data)");

  private ExpectedOutput() {}

  static boolean matches(List<String> expected, List<String> actual) {
    return pattern(expected).matcher(String.join("\n", actual)).matches();
  }

  /// What a document should say, given what was printed once.
  static List<String> record(List<String> actual) {
    return actual.stream().map(line -> CHANGING.matcher(line).replaceAll("…")).toList();
  }

  private static Pattern pattern(List<String> expected) {
    return Pattern.compile(
        expected.stream()
            .map(line ->
                List.of(line.split("…", -1)).stream()
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*")))
            .collect(Collectors.joining("\n")));
  }
}
