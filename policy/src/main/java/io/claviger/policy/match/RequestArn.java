package io.claviger.policy.match;

/// A resource that a request names, with the places of its first five colons. It is taken
/// literally: `*` in it is a character.
public final class RequestArn {

  static final int FIELDS = 6;

  private final String text;

  /// Where each field starts, and one behind the end; empty for what is no ARN.
  private final int[] starts;

  private RequestArn(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  /// The text, which need not be an ARN.
  public static RequestArn of(String text) {
    int[] starts = new int[FIELDS + 1];
    for (int field = 1; field < FIELDS; field++) {
      int colon = text.indexOf(':', starts[field - 1]);
      if (colon < 0) {
        return new RequestArn(text, new int[0]);
      }
      starts[field] = colon + 1;
    }
    starts[FIELDS] = text.length() + 1;
    return new RequestArn(text, text.startsWith("arn:") ? starts : new int[0]);
  }

  public boolean isArn() {
    return starts.length > 0;
  }

  public String text() {
    return text;
  }

  /// Whether this is an ARN of the service whose resource part starts so: `("iam", "role/")`.
  public boolean isOf(String service, String resourceStart) {
    return isArn()
        && starts[3] - 1 - starts[2] == service.length()
        && text.startsWith(service, starts[2])
        && text.startsWith(resourceStart, starts[FIELDS - 1]);
  }

  /// Whether the field, which is counted from 0, is matched by the pattern. Only of an ARN.
  boolean fieldMatches(int field, Glob pattern) {
    return pattern.matches(text, starts[field], starts[field + 1] - 1);
  }

  @Override
  public String toString() {
    return text;
  }
}
