package io.claviger.policy.cases;

/// Text of a case as an error shows it.
final class Quoted {

  /// What stands for bytes that are no text.
  static final char REPLACEMENT = '\uFFFD';

  private static final int MOST_QUOTED = 100;
  private static final int MOST_CHARACTERS = 500;

  private Quoted() {}

  /// The text in quotes, short.
  static String of(String text) {
    return '"'
        + (text.length() <= MOST_QUOTED ? text : text.substring(0, MOST_QUOTED) + "...")
        + '"';
  }

  /// The text, short, and without characters that a terminal or a JSON writer stumbles over.
  static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    int length = Math.min(text.length(), MOST_CHARACTERS);
    text.substring(0, length)
        .codePoints()
        .map(c -> Character.isISOControl(c) || isSurrogate(c) ? REPLACEMENT : c)
        .forEach(plain::appendCodePoint);
    return length < text.length() ? plain.append("...").toString() : plain.toString();
  }

  /// Whether every surrogate in the text has its other half.
  static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean isPair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!isPair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
