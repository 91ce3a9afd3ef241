package io.claviger.service.iam.lastaccess;

/// The ARNs that a pattern is met by, with what is asked of it again and again.
///
/// @param text with each variable as `*`
/// @param service the service that it names; empty where that cannot be told
/// @param literal what every text that it matches begins with
record ArnRange(String text, String service, String literal) {

  static final ArnRange ANY = of("*");

  private static final int SERVICE_FIELD = 2;

  static ArnRange of(String pattern) {
    String text = Globs.withoutVariables(pattern);
    String service = ArnFields.field(text, SERVICE_FIELD);
    return new ArnRange(
        text, ArnFields.hasWildcard(service) ? "" : service, Globs.literalBeginning(text));
  }

  /// Whether the two name two services, so that nothing matches both. Quick to tell, and true of
  /// most.
  boolean isOfAnotherServiceThan(ArnRange other) {
    return !service.isEmpty() && !other.service.isEmpty() && !service.equals(other.service);
  }

  /// Whether the other begins with what is literal at the beginning of this. If not, it is not
  /// covered.
  boolean mayCover(ArnRange narrow) {
    return narrow.text.startsWith(literal);
  }
}
