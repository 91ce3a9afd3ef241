package io.claviger.policy.match;

/// Where the fields of an ARN stand in its text. What a request names is taken literally: `*` in it
/// is a character.
public final class ArnText {

  static final int FIELDS = 6;

  /// The field that names the service.
  static final int SERVICE = 2;

  private static final String SCHEME = "arn:";

  private ArnText() {}

  /// Where the field that names the service starts; -1 if the text is no ARN.
  public static int serviceStart(String text) {
    return isArn(text) ? behind(text, 0, SERVICE) : -1;
  }

  /// Where the resource part starts, behind the fifth colon; -1 if there is none.
  ///
  /// @param serviceStart what [#serviceStart] says of the text
  public static int resourceStart(String text, int serviceStart) {
    return serviceStart < 0 ? -1 : behind(text, serviceStart, FIELDS - 1 - SERVICE);
  }

  /// Where the text goes on behind so many colons; -1 if there are not as many.
  private static int behind(String text, int from, int colons) {
    int start = from;
    for (int i = 0; i < colons; i++) {
      start = text.indexOf(':', start) + 1;
      if (start == 0) {
        return -1;
      }
    }
    return start;
  }

  static boolean isArn(String text) {
    return text.startsWith(SCHEME);
  }
}
