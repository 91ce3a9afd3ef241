package io.claviger.access.saml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// Points in time as SAML writes them: `xs:dateTime` with an offset.
///
/// Rule: SAML 2.0 Core, section 1.3.3.
final class Times {

  private static final int MOST_CHARACTERS = 40;

  private Times() {}

  static Optional<Instant> parse(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
