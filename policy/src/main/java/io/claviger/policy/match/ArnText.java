package io.claviger.policy.match;

/// Where the fields of an ARN stand in its text. What a request names is taken literally: `*` in it
/// is a character.
public final class ArnText {

  static final int FIELDS = 6;

  /// The field that names the service.
  static final int SERVICE = 2;

  private static final String SCHEME = "arn:";

  private ArnText() {}

  /// Where the field starts, which is counted from 0; -1 if the text is no ARN or ends before it.
  static int start(String text, int field) {
    if (!isArn(text)) {
      return -1;
    }
    int start = 0;
    for (int i = 0; i < field; i++) {
      start = text.indexOf(':', start) + 1;
      if (start == 0) {
        return -1;
      }
    }
    return start;
  }

  /// Where the resource part starts, behind the fifth colon; -1 for what is no ARN.
  public static int resourceStart(String text) {
    return start(text, FIELDS - 1);
  }

  /// Whether the text is an ARN of the service.
  public static boolean isOf(String text, String service) {
    int start = start(text, SERVICE);
    int end = start + service.length();
    return start >= 0
        && text.startsWith(service, start)
        && end < text.length()
        && text.charAt(end) == ':'
        && resourceStart(text) >= 0;
  }

  static boolean isArn(String text) {
    return text.startsWith(SCHEME);
  }
}
