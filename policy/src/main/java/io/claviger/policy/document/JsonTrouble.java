package io.claviger.policy.document;

import java.util.Optional;

/// What is wrong with a text that is no JSON, and where.
///
/// @param message for people
record JsonTrouble(Span span, String message) {

  /// The first trouble of a text that [JsonReader] has refused, which alone decides what JSON is.
  /// Empty if nothing odd is seen. Linear in the text.
  static Optional<JsonTrouble> first(String text) {
    try {
      new JsonStructure(text).whole();
      return Optional.empty();
    } catch (Found found) {
      return Optional.of(
          new JsonTrouble(Span.of(text, found.from, found.to), String.valueOf(found.getMessage())));
    }
  }

  /// Ends the reading where the trouble is.
  static final class Found extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int from;
    private final int to;

    private Found(int from, int to, String message) {
      super(message, null, false, false);
      this.from = from;
      this.to = to;
    }

    /// @param to behind the last character
    static Found of(int from, int to, String message) {
      return new Found(from, to, message);
    }

    static Found notJson(int from, int to, String message) {
      return new Found(from, to, "Not JSON: " + message);
    }
  }
}
