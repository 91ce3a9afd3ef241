package io.claviger.conformance.operation;

import java.util.Arrays;
import java.util.List;

/// A declared error that the server never answers, or the success of an operation that has none.
///
/// @param operations names of operations, of which the last character may be a `*` for any ending
/// @param reason why
record NeverAnswered(String code, List<String> operations, String reason) {

  NeverAnswered {
    operations = List.copyOf(operations);
  }

  /// Reads a line: a code, operations between blanks, a colon and the reason.
  ///
  /// @throws IllegalArgumentException for another form
  static NeverAnswered parse(String line) {
    int colon = line.indexOf(": ");
    if (colon < 0 || line.substring(colon + 2).isBlank()) {
      throw new IllegalArgumentException("No reason: " + line);
    }
    List<String> words = Arrays.asList(line.substring(0, colon).split(" "));
    if (words.size() < 2) {
      throw new IllegalArgumentException("No operation: " + line);
    }
    return new NeverAnswered(
        words.getFirst(), words.subList(1, words.size()), line.substring(colon + 2));
  }

  boolean matches(Declared error) {
    return error.code().equals(code)
        && operations.stream().anyMatch(pattern -> matches(pattern, error.operation()));
  }

  private static boolean matches(String pattern, String operation) {
    return pattern.endsWith("*")
        ? operation.startsWith(pattern.substring(0, pattern.length() - 1))
        : operation.equals(pattern);
  }
}
