package io.claviger.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/// Reads instants in the form `2026-01-01T00:00:00Z`.
///
/// Whole seconds, which is what entities hold, are read digit by digit: through the JDK's formatter
/// they would take a good part of the time that a large account needs to open.
final class InstantForm extends StdDeserializer<Instant> {

  private static final String PATTERN = "0000-00-00T00:00:00Z";

  InstantForm() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) {
    String text = parser.getString();
    try {
      return isWholeSeconds(text) ? wholeSeconds(text) : Instant.parse(text);
    } catch (DateTimeException _) {
      return context.reportInputMismatch(this, "Not an instant: %s", text);
    }
  }

  private static boolean isWholeSeconds(String text) {
    if (text.length() != PATTERN.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (PATTERN.charAt(i) == '0' ? c < '0' || c > '9' : c != PATTERN.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static Instant wholeSeconds(String text) {
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19))
        .toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
