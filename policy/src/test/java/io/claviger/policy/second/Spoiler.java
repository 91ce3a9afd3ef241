package io.claviger.policy.second;

import io.claviger.testkit.Choices;

/// Makes near misses and wider patterns of texts.
final class Spoiler {

  private Spoiler() {}

  /// The text with a character more, less or changed.
  static String spoiled(String text, String letters, Choices choices) {
    StringBuilder spoiled = new StringBuilder(text);
    int at = choices.below(text.length() + 1);
    char letter = letters.charAt(choices.below(letters.length()));
    boolean isAtEnd = at == text.length();
    switch (choices.below(3)) {
      case 0 -> spoiled.insert(at, letter);
      case 1 -> spoiled.delete(at, isAtEnd ? at : at + 1);
      default -> spoiled.replace(at, isAtEnd ? at : at + 1, String.valueOf(letter));
    }
    return spoiled.toString();
  }

  /// The text with wildcards in the place of some of it, from `first` on.
  static String widened(String text, int first, Choices choices) {
    int from = Math.min(first + choices.below(text.length() + 1), text.length());
    int to = choices.chance(60) ? text.length() : from + choices.below(text.length() - from + 1);
    return switch (choices.below(5)) {
      case 0 -> text.substring(0, from) + "?".repeat(to - from) + text.substring(to);
      case 1 -> text.substring(0, from) + "*?" + text.substring(to);
      default -> text.substring(0, from) + "*" + text.substring(to);
    };
  }

  /// The text with the case of one letter turned.
  static String turned(String text, Choices choices) {
    if (text.isEmpty()) {
      return text;
    }
    int at = choices.below(text.length());
    char c = text.charAt(at);
    char turned = Character.isLowerCase(c) ? Character.toUpperCase(c) : Character.toLowerCase(c);
    return text.substring(0, at) + turned + text.substring(at + 1);
  }
}
