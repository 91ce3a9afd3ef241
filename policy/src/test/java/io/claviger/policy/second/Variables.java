package io.claviger.policy.second;

import org.jspecify.annotations.Nullable;

/// Policy variables (§14).
final class Variables {

  private static final String DEFAULT_START = ", '";

  private Variables() {}

  /// The text with its variables filled in; null when one has no value and no default (§14.6).
  static @Nullable Template fill(String text, Facts facts) {
    StringBuilder filled = new StringBuilder();
    StringBuilder kinds = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = text.startsWith("${", at) ? text.indexOf('}', at) : -1;
      String inside = end < 0 ? "" : text.substring(at + 2, end);
      if (!isVariable(inside)) {
        filled.append(text.charAt(at));
        kinds.append(Template.kind(text.charAt(at)));
        at++;
        continue;
      }
      String value = value(inside, facts);
      if (value == null) {
        return null;
      }
      filled.append(value);
      kinds.repeat(Template.FILLED, value.length());
      at = end + 1;
    }
    return new Template(filled.toString(), kinds.toString());
  }

  /// Whether what stands in the braces is an escape, a name, or a name with a default. No spaces in
  /// names, no nesting (§14.4, §14.5, §14.8).
  private static boolean isVariable(String inside) {
    if (isEscape(inside)) {
      return true;
    }
    int comma = inside.indexOf(',');
    String name = comma < 0 ? inside : inside.substring(0, comma);
    return isName(name) && (comma < 0 || isDefault(inside.substring(comma)));
  }

  private static boolean isEscape(String inside) {
    return inside.equals("*") || inside.equals("?") || inside.equals("$");
  }

  private static boolean isName(String name) {
    if (name.chars().anyMatch(c -> " ${}'*?".indexOf(c) >= 0)) {
      return false;
    }
    return !name.isEmpty();
  }

  /// Whether it is a comma, a space and something in single quotes.
  private static boolean isDefault(String text) {
    return text.length() > DEFAULT_START.length()
        && text.startsWith(DEFAULT_START)
        && text.indexOf('\'', DEFAULT_START.length()) == text.length() - 1;
  }

  private static @Nullable String value(String inside, Facts facts) {
    if (isEscape(inside)) {
      return inside;
    }
    int comma = inside.indexOf(',');
    String name = comma < 0 ? inside : inside.substring(0, comma);
    if (comma >= 0 && facts.isAbsent(name)) {
      return inside.substring(comma + DEFAULT_START.length(), inside.length() - 1);
    }
    return facts.single(name);
  }
}
