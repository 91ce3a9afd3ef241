package io.claviger.policy.second;

import io.claviger.policy.match.Glob;
import java.util.List;

/// A pattern matches a text if a table filled cell by cell says so. The pattern is the first line,
/// the text the second.
final class GlobClaims {

  private GlobClaims() {}

  static void check(String input) {
    List<String> lines = FuzzTarget.lines(input, 2);
    String pattern = lines.get(0);
    String text = lines.get(1);
    boolean expected = naive(pattern, text);
    if (Glob.of(pattern).matches(text) != expected) {
      throw new AssertionError("It is " + expected + " that " + pattern + " matches " + text);
    }
  }

  private static boolean naive(String pattern, String text) {
    boolean[] ends = new boolean[text.length() + 1];
    ends[0] = true;
    for (int i = 0; i < pattern.length(); i++) {
      boolean[] next = new boolean[text.length() + 1];
      char c = pattern.charAt(i);
      for (int end = 0; end <= text.length(); end++) {
        boolean one = end > 0 && ends[end - 1] && (c == '?' || c == text.charAt(end - 1));
        next[end] = c == '*' ? ends[end] || (end > 0 && next[end - 1]) : one;
      }
      ends = next;
    }
    return ends[text.length()];
  }
}
