package io.claviger.conformance.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/// A line of the scenario.
///
/// @param line as it is written
/// @param refused the code of the error that must come back, null for none
/// @param gives what the answer must hold, null for anything
record Step(String line, @Nullable String refused, @Nullable JsonNode gives) {

  static List<Step> read(Path scenario) throws IOException {
    return Files.readAllLines(scenario).stream()
        .filter(line -> line.startsWith("{"))
        .map(Step::parse)
        .toList();
  }

  private static Step parse(String line) {
    Map<String, JsonNode> fields = JsonNode.parser().parse(line).asObject();
    JsonNode refused = fields.get("refused");
    return new Step(line, refused == null ? null : refused.asString(), fields.get("gives"));
  }

  /// Whether an answer holds what it must.
  static boolean holds(JsonNode answer, JsonNode expected) {
    if (expected.isObject()) {
      return answer.isObject()
          && expected.asObject().entrySet().stream()
              .allMatch(field ->
                  answer
                      .field(field.getKey())
                      .filter(value -> holds(value, field.getValue()))
                      .isPresent());
    }
    if (expected.isArray()) {
      List<JsonNode> wanted = expected.asArray();
      if (!answer.isArray() || answer.asArray().size() != wanted.size()) {
        return false;
      }
      for (int i = 0; i < wanted.size(); i++) {
        if (!holds(answer.asArray().get(i), wanted.get(i))) {
          return false;
        }
      }
      return true;
    }
    return answer.equals(expected);
  }
}
