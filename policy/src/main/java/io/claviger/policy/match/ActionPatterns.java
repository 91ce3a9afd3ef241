package io.claviger.policy.match;

import io.claviger.policy.document.AsciiCase;
import io.claviger.policy.document.Statement.ActionElement;
import java.util.ArrayList;
import java.util.List;

/// A compiled `Action` or `NotAction`. Case is ignored, in ASCII.
///
/// AWS rule: IAM User Guide, "IAM JSON policy elements: Action" and "NotAction".
public final class ActionPatterns {

  private final boolean isNegated;
  private final boolean hasMalformed;
  private final List<Glob> patterns;

  private ActionPatterns(boolean isNegated, boolean hasMalformed, List<Glob> patterns) {
    this.isNegated = isNegated;
    this.hasMalformed = hasMalformed;
    this.patterns = patterns;
  }

  public static ActionPatterns of(ActionElement element) {
    List<Glob> patterns = new ArrayList<>(element.patterns().size());
    for (String pattern : element.patterns()) {
      if (isWellFormed(pattern)) {
        patterns.add(Glob.of(AsciiCase.lower(pattern)));
      }
    }
    boolean hasMalformed = patterns.size() < element.patterns().size();
    return new ActionPatterns(element.isNegated(), hasMalformed, patterns);
  }

  private static boolean isWellFormed(String pattern) {
    int colon = pattern.indexOf(':');
    return pattern.equals("*")
        || (colon > 0 && pattern.indexOf('*', 0, colon) < 0 && pattern.indexOf('?', 0, colon) < 0);
  }

  /// Whether the statement is about the action.
  ///
  /// The parser refuses malformed patterns. One that got here otherwise matches nothing; what it
  /// would have excepted under `NotAction` cannot be told.
  ///
  /// @param action `service:name`, in lower case
  public Truth covers(String action) {
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).matches(action)) {
        return Truth.of(!isNegated);
      }
    }
    return isNegated && hasMalformed ? Truth.UNKNOWN : Truth.of(isNegated);
  }
}
