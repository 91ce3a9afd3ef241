package io.claviger.wire.sigv4;

/// Tells which paths have one reading only.
final class CanonicalPath {

  private static final String ALLOWED = "-._~!$&'()*+,;=:@/";

  private CanonicalPath() {}

  /// Whether `rawPath` is absolute, holds only what RFC 3986 allows in a path, and stays the same
  /// when dot segments, encoded or not, and empty segments are taken out.
  static boolean isNormal(String rawPath) {
    if (!rawPath.startsWith("/") || !isWellFormed(rawPath)) {
      return false;
    }
    String[] segments = rawPath.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean isLast = i == segments.length - 1;
      String segment = segments[i].replace("%2e", ".").replace("%2E", ".");
      boolean isEmptyInside = segment.isEmpty() && !isLast;
      if (isEmptyInside || segment.equals(".") || segment.equals("..")) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWellFormed(String rawPath) {
    int at = 0;
    while (at < rawPath.length()) {
      char c = rawPath.charAt(at);
      if (c == '%') {
        if (!isHex(rawPath, at + 1) || !isHex(rawPath, at + 2)) {
          return false;
        }
        at += 3;
      } else if (isAsciiLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0) {
        at++;
      } else {
        return false;
      }
    }
    return true;
  }

  private static boolean isAsciiLetterOrDigit(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  private static boolean isHex(String text, int at) {
    return at < text.length()
        && text.charAt(at) < 0x80
        && Character.digit(text.charAt(at), 16) >= 0;
  }
}
