package io.claviger.policy.document;

import io.claviger.policy.document.JsonTrouble.Found;

/// Reads a text's braces and brackets, colons and commas, up to the first trouble. Confined to one
/// reading.
final class JsonStructure {

  private static final String VALUE = "a value";
  private static final String NAME = "a name in double quotes";

  private final String text;
  private final JsonPieces pieces;

  /// Where the braces and brackets stand that are open, the innermost last.
  private final int[] opened = new int[JsonReader.MAX_DEPTH];

  private int depth;

  JsonStructure(String text) {
    this.text = text;
    this.pieces = new JsonPieces(text);
  }

  /// Reads everything.
  ///
  /// @throws Found where that goes wrong
  void whole() {
    value();
    pieces.skipSpace();
    if (pieces.isAt('}') || pieces.isAt(']')) {
      throw pieces.here(pieces.found() + " too many");
    }
    if (!pieces.isAtEnd()) {
      throw pieces.here("more text stands behind the end of the policy");
    }
  }

  private void value() {
    goOn();
    switch (pieces.next()) {
      case '{' -> nested('}');
      case '[' -> nested(']');
      case '"' -> pieces.string();
      default -> pieces.word(VALUE);
    }
  }

  private void nested(char close) {
    if (depth == opened.length) {
      throw Found.of(
          pieces.at(),
          pieces.at() + 1,
          "The policy is nested too deep; " + opened.length + " levels are the most");
    }
    opened[depth++] = pieces.at();
    pieces.skip();
    goOn();
    if (!pieces.isAt(close)) {
      items(close);
    }
    pieces.skip();
    depth--;
  }

  /// Everything up to the closing brace or bracket.
  private void items(char close) {
    item(close);
    goOn();
    while (!pieces.isAt(close)) {
      comma(close);
      item(close);
      goOn();
    }
  }

  private void item(char close) {
    if (close == '}') {
      name();
    }
    value();
  }

  private void name() {
    goOn();
    if (!pieces.isAt('"')) {
      throw pieces.unexpected(NAME);
    }
    pieces.string();
    goOn();
    if (!pieces.isAt(':')) {
      throw pieces.unexpected("a colon");
    }
    pieces.skip();
  }

  private void comma(char close) {
    if (pieces.startsValue()) {
      throw pieces.here(
          "a comma is missing here, between two " + (close == '}' ? "members" : "values"));
    }
    String closing = JsonPieces.nameOf(close);
    if (!pieces.isAt(',')) {
      throw pieces.unexpected("a comma or " + closing);
    }
    int comma = pieces.at();
    pieces.skip();
    goOn();
    if (pieces.isAt(close)) {
      throw Found.notJson(comma, comma + 1, "a comma stands before " + closing + "; remove it");
    }
  }

  /// Goes to what is next; there has to be something.
  private void goOn() {
    pieces.skipSpace();
    if (pieces.isAtEnd()) {
      throw early();
    }
  }

  private Found early() {
    int end = text.stripTrailing().length();
    if (depth == 0) {
      return Found.notJson(end, end, "the text ends where a value is expected");
    }
    int open = opened[depth - 1];
    Span place = Span.of(text, open, open);
    return Found.notJson(
        end,
        end,
        "the text ends here, but the "
            + (text.charAt(open) == '{' ? "brace" : "bracket")
            + " of line "
            + place.startLine()
            + ", column "
            + place.startColumn()
            + " is not closed");
  }
}
