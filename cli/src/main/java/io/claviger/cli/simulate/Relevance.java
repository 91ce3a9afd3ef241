package io.claviger.cli.simulate;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.document.AsciiCase;
import io.claviger.policy.document.Statement;
import io.claviger.policy.match.Glob;

/// Which lines of a long statement speak of a request.
final class Relevance {

  private Relevance() {}

  /// Whether the line holds an action pattern that covers the request's action.
  static boolean isAbout(String line, Statement statement, AccessRequest request) {
    String action = AsciiCase.lower(request.action());
    return statement.action().patterns().stream()
        .filter(pattern -> line.contains('"' + pattern + '"'))
        .anyMatch(pattern -> Glob.of(AsciiCase.lower(pattern)).matches(action));
  }
}
