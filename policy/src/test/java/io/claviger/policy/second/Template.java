package io.claviger.policy.second;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// A text with wildcards, once its variables are filled in.
///
/// @param text the characters
/// @param kinds for each character, what it is: one of the constants
record Template(String text, String kinds) {

  /// Stands for itself.
  static final char PLAIN = 'p';

  /// `*` or `?` that the policy's author wrote as such.
  static final char WILD = 'w';

  /// Came out of a variable or an escape, and so stands for itself whatever it is (§14.5, §14.7).
  static final char FILLED = 'f';

  /// A pattern that has no variables.
  static Template plain(String pattern) {
    if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0) {
      return new Template(pattern, "p".repeat(pattern.length()));
    }
    StringBuilder kinds = new StringBuilder(pattern.length());
    for (int i = 0; i < pattern.length(); i++) {
      kinds.append(kind(pattern.charAt(i)));
    }
    return new Template(pattern, kinds.toString());
  }

  static char kind(char c) {
    return c == '*' || c == '?' ? WILD : PLAIN;
  }

  Template small() {
    return new Template(Facts.small(text), kinds);
  }

  /// Whether `*` as any run and `?` as any one character make the whole text (§12.1, §17.1).
  boolean matches(String whole) {
    return kinds.indexOf(WILD) < 0 ? text.equals(whole) : matches(0, whole, 0, new BitSet());
  }

  /// @param failed pairs of positions that are known not to match
  private boolean matches(int at, String whole, int from, BitSet failed) {
    if (at == text.length()) {
      return from == whole.length();
    }
    int pair = at * (whole.length() + 1) + from;
    if (failed.get(pair)) {
      return false;
    }
    boolean isMore = from < whole.length();
    boolean matches;
    if (kinds.charAt(at) != WILD) {
      matches =
          isMore
              && text.charAt(at) == whole.charAt(from)
              && matches(at + 1, whole, from + 1, failed);
    } else if (text.charAt(at) == '?') {
      matches = isMore && matches(at + 1, whole, from + 1, failed);
    } else {
      matches =
          matches(at + 1, whole, from, failed) || (isMore && matches(at, whole, from + 1, failed));
    }
    failed.set(pair, !matches);
    return matches;
  }

  /// The parts between the first five colons that the author wrote (§13.1, §17.7).
  List<Template> fields() {
    List<Template> fields = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length() && fields.size() < Fields.COUNT - 1; i++) {
      if (text.charAt(i) == ':' && kinds.charAt(i) == PLAIN) {
        fields.add(part(start, i));
        start = i + 1;
      }
    }
    fields.add(part(start, text.length()));
    return fields;
  }

  private Template part(int from, int to) {
    return new Template(text.substring(from, to), kinds.substring(from, to));
  }
}
