package io.claviger.policy.document;

import io.claviger.policy.document.JsonTrouble.Found;
import java.util.Set;

/// A place in a text, and the smallest pieces of JSON from there on: white space, strings, words
/// and numbers. Confined to one reading.
final class JsonPieces {

  private static final String SPACE = " \t\n\r";
  private static final String ESCAPED = "\"\\/bfnrt";
  private static final String HEXADECIMAL = "0123456789abcdefABCDEF";
  private static final String OTHER_QUOTES = "\u2018\u2019\u201C\u201D\u201E\u00AB\u00BB`";

  private static final Set<String> WORDS = Set.of("true", "false", "null");

  private final String text;
  private int at;

  JsonPieces(String text) {
    this.text = text;
  }

  int at() {
    return at;
  }

  char next() {
    return text.charAt(at);
  }

  boolean isAt(char c) {
    return !isAtEnd() && next() == c;
  }

  boolean isAtEnd() {
    return at >= text.length();
  }

  /// Whether a string, a number, an object or a list starts here.
  boolean startsValue() {
    char c = next();
    return c == '"' || c == '{' || c == '[' || c == '-' || isDigit(c);
  }

  void skip() {
    at++;
  }

  void skipSpace() {
    while (!isAtEnd() && SPACE.indexOf(next()) >= 0) {
      at++;
    }
    if (isAt('#') || text.startsWith("//", at) || text.startsWith("/*", at)) {
      throw Found.notJson(at, commentEnd(), "this is a comment; JSON has none");
    }
  }

  private int commentEnd() {
    if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      return end < 0 ? text.length() : end + 2;
    }
    int end = at;
    while (end < text.length() && !isLineBreak(text.charAt(end))) {
      end++;
    }
    return end;
  }

  void string() {
    int start = at++;
    while (!isAtEnd() && next() != '"') {
      if (next() < ' ') {
        throw control(start);
      }
      at += next() == '\\' ? escape() : 1;
    }
    if (isAtEnd()) {
      throw Found.notJson(start, text.length(), "the closing quote of this string is missing");
    }
    at++;
  }

  private Found control(int start) {
    if (isLineBreak(next())) {
      return Found.notJson(
          start,
          at,
          "the line ends within this string; its closing quote is missing,"
              + " or a line break in it is written \\n");
    }
    return here(
        next() == '\t'
            ? "a tab in a string is written \\t"
            : "a control character in a string is written \\u00%02x".formatted((int) next()));
  }

  /// How long the escape is that starts here.
  private int escape() {
    if (at + 1 >= text.length() || ESCAPED.indexOf(text.charAt(at + 1)) >= 0) {
      return 2;
    }
    if (text.charAt(at + 1) != 'u') {
      throw Found.notJson(at, at + 2, "this is no escape; a backslash in a string is written \\\\");
    }
    int end = at + 2;
    while (end < at + 6 && end < text.length() && HEXADECIMAL.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    if (end < at + 6) {
      throw Found.notJson(at, end, "four hexadecimal digits must follow \\u");
    }
    return 6;
  }

  /// A number, or one of the three words that are values.
  void word(String expected) {
    int end = wordEnd();
    if (end == at) {
      throw unexpected(expected);
    }
    boolean isNumber = isDigit(next()) || "+-.".indexOf(next()) >= 0;
    if (isNumber && end - at > JsonReader.MAX_NUMBER_CHARACTERS) {
      throw Found.of(
          at,
          end,
          "The number is too long; " + JsonReader.MAX_NUMBER_CHARACTERS + " digits are the most");
    }
    String word = text.substring(at, end);
    if (isNumber && !isNumber(word)) {
      throw Found.notJson(at, end, "no number is written like this");
    }
    if (!isNumber && !WORDS.contains(word)) {
      throw WORDS.contains(AsciiCase.lower(word))
          ? Found.notJson(at, end, "true, false and null are written in small letters")
          : unexpected(expected);
    }
    at = end;
  }

  private static boolean isNumber(String word) {
    int start = word.startsWith("-") ? 1 : 0;
    int end = afterDigits(word, start);
    if (end == start || (word.charAt(start) == '0' && end > start + 1)) {
      return false;
    }
    if (word.startsWith(".", end)) {
      start = end + 1;
      end = afterDigits(word, start);
    }
    if (end > start && AsciiCase.lower(word).startsWith("e", end)) {
      boolean isSigned = word.startsWith("+", end + 1) || word.startsWith("-", end + 1);
      start = end + (isSigned ? 2 : 1);
      end = afterDigits(word, start);
    }
    return end > start && end == word.length();
  }

  private static int afterDigits(String word, int from) {
    int end = from;
    while (end < word.length() && isDigit(word.charAt(end))) {
      end++;
    }
    return end;
  }

  private int wordEnd() {
    int end = at;
    while (end < text.length() && isOfWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /// What to throw when something else is expected here.
  Found unexpected(String expected) {
    if (next() == '\'') {
      return here("single quotes; strings and names stand in double quotes");
    }
    if (OTHER_QUOTES.indexOf(next()) >= 0) {
      return here("other quotes; strings and names stand in straight double quotes");
    }
    int end = Math.max(wordEnd(), at + Character.charCount(text.codePointAt(at)));
    return Found.notJson(at, end, found() + " stands where " + expected + " is expected");
  }

  /// What to throw on account of the character that is here.
  Found here(String message) {
    return Found.notJson(at, at + Character.charCount(text.codePointAt(at)), message);
  }

  /// What stands here, in words.
  String found() {
    if (isOfWord(next())) {
      return "a word without quotes";
    }
    return nameOf(text.codePointAt(at));
  }

  static String nameOf(int character) {
    return switch (character) {
      case '{' -> "an opening brace";
      case '}' -> "a closing brace";
      case '[' -> "an opening bracket";
      case ']' -> "a closing bracket";
      case ',' -> "a comma";
      case ':' -> "a colon";
      case '"' -> "a string";
      default ->
          character > ' ' && character < 0x7F
              ? "the character " + (char) character
              : "the character U+%04X".formatted(character);
    };
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isOfWord(char c) {
    char lower = AsciiCase.lower(c);
    return isDigit(c) || (lower >= 'a' && lower <= 'z') || "_$+-.".indexOf(c) >= 0;
  }
}
