package io.claviger.wire.sigv4;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/// The times in a signed request, whole seconds in UTC.
///
/// AWS rule: AWS General Reference, "Handling dates in Signature Version 4".
final class Timestamps {

  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withZone(ZoneOffset.UTC);
  private static final int LENGTH = "20150830T123600Z".length();

  private Timestamps() {}

  /// `20150830T123600Z`.
  static String format(Instant instant) {
    return BASIC.format(instant);
  }

  /// The time in exactly that form, as `X-Amz-Date` has it.
  ///
  /// @throws io.claviger.wire.ServiceError for any other form
  static Instant parse(String text) {
    if (text.length() != LENGTH) {
      throw SigningErrors.malformedDate();
    }
    return parse(text, BASIC);
  }

  /// The time in a header `Date`: in that form, or as HTTP writes it.
  ///
  /// @throws io.claviger.wire.ServiceError for any other form
  static Instant parseDateHeader(String text) {
    return text.length() == LENGTH
        ? parse(text, BASIC)
        : parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
  }

  private static Instant parse(String text, DateTimeFormatter form) {
    try {
      return Instant.from(form.parse(text));
    } catch (DateTimeException e) {
      throw SigningErrors.malformedDate();
    }
  }
}
