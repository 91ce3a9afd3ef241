package io.claviger.wire.query;

/// Writes one XML document. Everything that is not a name given by the program is escaped; what XML
/// 1.0 cannot hold at all becomes U+FFFD.
final class XmlWriter {

  private static final char REPLACEMENT = '\uFFFD';

  private final StringBuilder xml = new StringBuilder(512);

  XmlWriter open(String element) {
    xml.append('<').append(element).append('>');
    return this;
  }

  XmlWriter open(String element, String namespace) {
    xml.append('<').append(element).append(" xmlns=\"");
    escape(namespace);
    xml.append("\">");
    return this;
  }

  XmlWriter close(String element) {
    xml.append("</").append(element).append('>');
    return this;
  }

  XmlWriter element(String name, String text) {
    open(name);
    escape(text);
    return close(name);
  }

  private void escape(String text) {
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      switch (point) {
        case '&' -> xml.append("&amp;");
        case '<' -> xml.append("&lt;");
        case '>' -> xml.append("&gt;");
        case '"' -> xml.append("&quot;");
        // A parser would read a bare carriage return as a line feed.
        case '\r' -> xml.append("&#xD;");
        default -> xml.appendCodePoint(isChar(point) ? point : REPLACEMENT);
      }
    }
  }

  /// XML 1.0, production 2 (`Char`).
  private static boolean isChar(int point) {
    return point == '\t'
        || point == '\n'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }

  @Override
  public String toString() {
    return xml.toString();
  }
}
