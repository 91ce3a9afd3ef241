package io.claviger.policy.second;

import org.jspecify.annotations.Nullable;

/// Policy variables (§14).
final class Variables {

  private static final String START = "${";
  private static final String DEFAULT_START = ", '";
  private static final String DEFAULT_END = "'}";

  private Variables() {}

  /// One that stands in a text.
  ///
  /// @param end where the text goes on
  private record Variable(String name, @Nullable String fallback, int end) {

    boolean isEscape() {
      return name.equals("*") || name.equals("?") || name.equals("$");
    }

    /// Null if it has none (§14.3, §14.4, §14.6).
    @Nullable String value(Facts facts) {
      if (isEscape()) {
        return name;
      }
      return fallback != null && facts.isAbsent(name) ? fallback : facts.single(name);
    }
  }

  /// The text with its variables filled in; null when one has no value and no default (§14.6).
  static @Nullable Template fill(String text, Facts facts) {
    if (!text.contains(START)) {
      return Template.plain(text);
    }
    StringBuilder filled = new StringBuilder();
    StringBuilder kinds = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      Variable variable = text.startsWith(START, at) ? read(text, at + START.length()) : null;
      if (variable == null) {
        filled.append(text.charAt(at));
        kinds.append(Template.kind(text.charAt(at)));
        at++;
        continue;
      }
      String value = variable.value(facts);
      if (value == null) {
        return null;
      }
      filled.append(value);
      kinds.repeat(Template.FILLED, value.length());
      at = variable.end();
    }
    return new Template(filled.toString(), kinds.toString());
  }

  /// The variable whose name starts at `from`; null if there is none: an escape, a name, or a name
  /// with a default. No spaces in names, no nesting (§14.4, §14.5, §14.8).
  private static @Nullable Variable read(String text, int from) {
    int end = from;
    while (end < text.length() && " ,${}'\"*?".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    if (end == from) {
      boolean isEscape = text.startsWith("}", from + 1) && "*?$".indexOf(text.charAt(from)) >= 0;
      return isEscape ? new Variable(text.substring(from, from + 1), null, from + 2) : null;
    }
    String name = text.substring(from, end);
    if (text.startsWith("}", end)) {
      return new Variable(name, null, end + 1);
    }
    int start = end + DEFAULT_START.length();
    int last = text.startsWith(DEFAULT_START, end) ? text.indexOf(DEFAULT_END, start) : -1;
    return last < 0
        ? null
        : new Variable(name, text.substring(start, last), last + DEFAULT_END.length());
  }
}
