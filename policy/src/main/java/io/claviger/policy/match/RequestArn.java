package io.claviger.policy.match;

/// A resource that a request names, with the places of its first five colons. It is taken
/// literally: `*` in it is a character.
public final class RequestArn {

  static final int FIELDS = 6;
  static final String SCHEME = "arn:";

  private final String text;

  private final boolean isArn;

  // Where the fields behind the first start. Single numbers, since one is made for each decision
  // and an array would be an object more.
  private final int start1;
  private final int start2;
  private final int start3;
  private final int start4;
  private final int start5;

  private RequestArn(String text) {
    this.text = text;
    this.start1 = text.indexOf(':') + 1;
    this.start2 = next(text, start1);
    this.start3 = next(text, start2);
    this.start4 = next(text, start3);
    this.start5 = next(text, start4);
    this.isArn = start5 > 0 && text.startsWith(SCHEME);
  }

  /// Where the field behind the one at `start` starts; 0 if there is none.
  private static int next(String text, int start) {
    return start == 0 ? 0 : text.indexOf(':', start) + 1;
  }

  /// The text, which need not be an ARN.
  public static RequestArn of(String text) {
    return new RequestArn(text);
  }

  public boolean isArn() {
    return isArn;
  }

  public String text() {
    return text;
  }

  /// Where the resource part starts, behind the fifth colon. Only of an ARN.
  public int resourceStart() {
    return start5;
  }

  /// Whether this is an ARN of the service.
  public boolean isOf(String service) {
    return isArn && start3 - 1 - start2 == service.length() && text.startsWith(service, start2);
  }

  /// Whether this is an ARN of the service whose resource part starts so: `("iam", "role/")`.
  public boolean isOf(String service, String resourceStart) {
    return isOf(service) && text.startsWith(resourceStart, start5);
  }

  /// Where the field, which is counted from 0, starts. Only of an ARN.
  int start(int field) {
    return switch (field) {
      case 0 -> 0;
      case 1 -> start1;
      case 2 -> start2;
      case 3 -> start3;
      case 4 -> start4;
      default -> start5;
    };
  }

  /// Where the field ends, which is counted from 0. Only of an ARN.
  int end(int field) {
    return field == FIELDS - 1 ? text.length() : start(field + 1) - 1;
  }

  @Override
  public String toString() {
    return text;
  }
}
