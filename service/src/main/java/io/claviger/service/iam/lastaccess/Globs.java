package io.claviger.service.iam.lastaccess;

/// Questions about all texts that a pattern matches. `*` stands for any characters and `?` for one.
///
/// Both take time in proportion to the product of the lengths.
final class Globs {

  private Globs() {}

  /// The pattern with each `${…}`, which may stand for anything, as `*`.
  static String withoutVariables(String pattern) {
    StringBuilder result = new StringBuilder();
    int from = 0;
    for (int start = pattern.indexOf("${"); start >= 0; start = pattern.indexOf("${", from)) {
      int end = pattern.indexOf('}', start);
      if (end < 0) {
        break;
      }
      result.append(pattern, from, start).append('*');
      from = end + 1;
    }
    return result.append(pattern.substring(from)).toString();
  }

  /// Whether some text matches both patterns.
  static boolean intersect(String one, String other) {
    // reached[j]: what is before i in one and before j in the other can match the same text.
    boolean[] reached = new boolean[other.length() + 1];
    reached[0] = true;
    skipRuns(reached, other);
    for (int i = 0; i < one.length(); i++) {
      reached = after(one.charAt(i), reached, other);
    }
    return reached[other.length()];
  }

  private static boolean[] after(char c, boolean[] before, String other) {
    boolean[] after = new boolean[before.length];
    boolean any = false;
    for (int j = 0; j < before.length; j++) {
      any |= before[j];
      boolean together =
          j > 0 && before[j - 1] && (isSame(c, other.charAt(j - 1)) || other.charAt(j - 1) == '*');
      boolean byRunOfOther = j > 0 && other.charAt(j - 1) == '*' && before[j];
      after[j] = c == '*' ? any : together || byRunOfOther;
    }
    skipRuns(after, other);
    return after;
  }

  /// A run in the other pattern may stand for nothing.
  private static void skipRuns(boolean[] reached, String other) {
    for (int j = 0; j < other.length(); j++) {
      reached[j + 1] |= reached[j] && other.charAt(j) == '*';
    }
  }

  private static boolean isSame(char a, char b) {
    return a == b || a == '?' || b == '?';
  }

  /// What is literal at the beginning of the pattern.
  static String literalBeginning(String pattern) {
    int length = 0;
    while (length < pattern.length() && !isWildcard(pattern.charAt(length))) {
      length++;
    }
    return pattern.substring(0, length);
  }

  private static boolean isWildcard(char c) {
    return c == '*' || c == '?';
  }

  /// Whether every text that `narrow` matches is certainly matched by `wide`.
  static boolean covers(String wide, String narrow) {
    boolean[] reached = new boolean[narrow.length() + 1];
    reached[0] = true;
    for (int i = 0; i < wide.length(); i++) {
      char c = wide.charAt(i);
      boolean[] next = new boolean[reached.length];
      boolean any = false;
      for (int j = 0; j < reached.length; j++) {
        any |= reached[j];
        next[j] = c == '*' ? any : j > 0 && reached[j - 1] && takes(c, narrow.charAt(j - 1));
      }
      reached = next;
    }
    return reached[narrow.length()];
  }

  private static boolean takes(char wide, char narrow) {
    return narrow != '*' && (wide == '?' || wide == narrow);
  }
}
