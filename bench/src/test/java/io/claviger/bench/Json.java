package io.claviger.bench;

import java.util.List;
import java.util.stream.Collectors;

/// The little JSON that is written here: texts without anything to escape.
final class Json {

  private Json() {}

  static String text(String value) {
    return '"' + value + '"';
  }

  /// One text, or a list of several, as people write policies.
  static String texts(List<String> values) {
    return values.size() == 1
        ? text(values.getFirst())
        : values.stream().map(Json::text).collect(Collectors.joining(",", "[", "]"));
  }
}
