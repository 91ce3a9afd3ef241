package io.claviger.cli.terminal;

/// Colours text, or leaves it as it is.
public final class Ink {

  public static final Ink NONE = new Ink(false);
  public static final Ink COLOURS = new Ink(true);

  private final boolean isColoured;

  private Ink(boolean isColoured) {
    this.isColoured = isColoured;
  }

  public String bold(String text) {
    return in("1", text);
  }

  public String dim(String text) {
    return in("2", text);
  }

  public String red(String text) {
    return in("31", text);
  }

  public String green(String text) {
    return in("32", text);
  }

  public String yellow(String text) {
    return in("33", text);
  }

  public String blue(String text) {
    return in("34", text);
  }

  private String in(String code, String text) {
    return isColoured && !text.isEmpty() ? "\u001b[" + code + 'm' + text + "\u001b[0m" : text;
  }
}
