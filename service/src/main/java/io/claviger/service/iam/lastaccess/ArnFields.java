package io.claviger.service.iam.lastaccess;

/// The fields of patterns, which stand between colons.
final class ArnFields {

  private ArnFields() {}

  /// One of the fields; empty where there are too few.
  static String field(String text, int index) {
    int start = 0;
    for (int i = 0; i < index; i++) {
      int colon = text.indexOf(':', start);
      if (colon < 0) {
        return "";
      }
      start = colon + 1;
    }
    int end = text.indexOf(':', start);
    return end < 0 ? text.substring(start) : text.substring(start, end);
  }

  static boolean hasWildcard(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }
}
