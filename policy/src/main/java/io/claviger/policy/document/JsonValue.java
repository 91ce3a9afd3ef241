package io.claviger.policy.document;

import java.util.List;

/// A JSON text as it stands, with the place of every value. Numbers and booleans keep their
/// spelling; members keep their order and, if they are named alike, all stay.
sealed interface JsonValue {

  Span span();

  /// A string, unescaped.
  record Text(String text, Span span) implements JsonValue {}

  /// A number or a boolean, as written.
  record Literal(String text, Span span) implements JsonValue {}

  /// `null`.
  record Nothing(Span span) implements JsonValue {}

  /// An array.
  record Sequence(List<JsonValue> items, Span span) implements JsonValue {}

  /// An object.
  record Mapping(List<Member> members, Span span) implements JsonValue {}

  /// One member of an object.
  record Member(String name, Span nameSpan, JsonValue value) {}
}
