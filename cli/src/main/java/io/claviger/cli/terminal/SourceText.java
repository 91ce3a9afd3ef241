package io.claviger.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/// A text of unknown origin, line by line, as a terminal can show it: what would command the
/// terminal, or turn the reading direction, is shown as a replacement character.
public final class SourceText {

  private static final String TAB = "    ";
  private static final char REPLACEMENT = '\uFFFD';

  /// A character this wide is needed to see what a line is about.
  private static final int MOST_COLUMNS = 120;

  private static final int COLUMNS_BEFORE = 40;
  private static final String CUT = "...";

  private final List<String> lines;

  private SourceText(List<String> lines) {
    this.lines = lines;
  }

  /// The text, whose lines may end in any way that JSON tools count.
  public static SourceText of(String text) {
    return new SourceText(text.lines().toList());
  }

  /// One line of text, safe to print.
  public static String printable(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      shown.append(shown(text.charAt(i)));
    }
    return shown.toString();
  }

  public int count() {
    return lines.size();
  }

  /// A line as it is shown, counted from 1.
  public String line(int number) {
    return printable(raw(number));
  }

  /// A line and the carets under `[from, to)`, columns counted from 1; a long line is cut around
  /// what is underlined.
  public List<String> underlined(int number, int from, int to) {
    String raw = raw(number);
    int start = Math.min(Math.max(0, from - 1), raw.length());
    int end = Math.min(Math.max(start, to - 1), raw.length());
    String before = printable(raw.substring(0, start));
    String marked = printable(raw.substring(start, end));
    String line = before + marked + printable(raw.substring(end));
    int caret = before.length();
    int cut = line.length() > MOST_COLUMNS ? Math.max(0, caret - COLUMNS_BEFORE) : 0;
    String shown = cut(line.substring(cut), cut > 0);
    int indent = caret - cut + (cut > 0 ? CUT.length() : 0);
    int carets = Math.max(1, Math.min(marked.length(), Math.max(1, shown.length() - indent)));
    return new ArrayList<>(List.of(shown, " ".repeat(indent) + "^".repeat(carets)));
  }

  private static String cut(String line, boolean isCutBefore) {
    String end = line.length() > MOST_COLUMNS ? line.substring(0, MOST_COLUMNS) + CUT : line;
    return isCutBefore ? CUT + end : end;
  }

  private String raw(int number) {
    return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
  }

  private static String shown(char c) {
    if (c == '\t') {
      return TAB;
    }
    boolean isHidden = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    return String.valueOf(isHidden ? REPLACEMENT : c);
  }
}
