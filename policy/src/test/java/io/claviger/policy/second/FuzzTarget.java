package io.claviger.policy.second;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Something that holds of every text. `./verify fuzz` looks for a text of which it doesn't; the
/// texts found so far are tried in every run of the tests.
///
/// A text is UTF-8; what is not is replaced.
enum FuzzTarget {
  PARSER,
  GLOB,
  RESOURCE,
  CONDITION,
  CASE;

  private static final int MOST_CHARACTERS = 4_096;

  /// Whose `fuzzerTestOneInput` the fuzzer calls.
  Class<?> entry() {
    return switch (this) {
      case PARSER -> ParserFuzz.class;
      case GLOB -> GlobFuzz.class;
      case RESOURCE -> ResourceFuzz.class;
      case CONDITION -> ConditionFuzz.class;
      case CASE -> CaseFuzz.class;
    };
  }

  /// Fails if the text shows that something doesn't hold.
  void check(byte[] utf8) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    if (text.length() > MOST_CHARACTERS) {
      return;
    }
    switch (this) {
      case PARSER -> ParserClaims.check(text);
      case GLOB -> GlobClaims.check(text);
      case RESOURCE -> ResourceClaims.check(text);
      case CONDITION -> ConditionClaims.check(text);
      case CASE -> CaseClaims.check(text);
    }
  }

  /// The lines of a text, at least so many and the last one whole.
  static List<String> lines(String text, int count) {
    String[] lines = (text + "\n".repeat(count - 1)).split("\n", count);
    lines[count - 1] = lines[count - 1].stripTrailing();
    return List.of(lines);
  }
}
