package io.claviger.policy.document;

/// Case in ASCII only. Unicode's folding would make `ı`, `K` (Kelvin) and `ſ` equal to letters that
/// policies use, and depends on the locale.
public final class AsciiCase {

  private AsciiCase() {}

  /// The character with `A`–`Z` made small.
  public static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }

  /// The text with `A`–`Z` made small; the same object when there is none.
  public static String lower(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (lower(text.charAt(i)) != text.charAt(i)) {
        return lowerFrom(text, i);
      }
    }
    return text;
  }

  private static String lowerFrom(String text, int first) {
    char[] characters = text.toCharArray();
    for (int i = first; i < characters.length; i++) {
      characters[i] = lower(characters[i]);
    }
    return new String(characters);
  }
}
