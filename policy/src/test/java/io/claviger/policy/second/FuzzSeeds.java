package io.claviger.policy.second;

import io.claviger.testkit.DecisionTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Writes what the fuzzer starts from: the scenario tables, taken apart.
final class FuzzSeeds {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path root;
  private int count;

  private FuzzSeeds(Path root) {
    this.root = root;
  }

  /// Writes them all, and prints each target with its entry class.
  ///
  /// @param arguments the folder to write to, which gets one for each target
  public static void main(String[] arguments) throws IOException {
    FuzzSeeds seeds = new FuzzSeeds(Path.of(arguments[0]));
    for (FuzzTarget target : FuzzTarget.values()) {
      Files.createDirectories(seeds.folder(target));
      System.out.println(seeds.folder(target).getFileName() + " " + target.entry().getName());
    }
    for (String row : DecisionTables.all().toList()) {
      seeds.write(FuzzTarget.CASE, row);
      JsonNode policies = JSON.readTree(row).path("policies");
      for (JsonNode policy : policies.path("identity")) {
        seeds.write(FuzzTarget.PARSER, "I" + policy);
        seeds.writeParts(policy, JSON.readTree(row).path("request"));
      }
      if (policies.path("resource").isObject()) {
        seeds.write(FuzzTarget.PARSER, "R" + policies.path("resource"));
      }
    }
  }

  private void writeParts(JsonNode policy, JsonNode request) throws IOException {
    for (JsonNode statement : policy.path("Statement")) {
      for (var operator : statement.path("Condition").properties()) {
        for (var key : operator.getValue().properties()) {
          JsonNode actual = request.path("context").path(key.getKey());
          String lines = operator.getKey() + '\n' + values(key.getValue()) + '\n' + values(actual);
          write(FuzzTarget.CONDITION, lines + (actual.isArray() ? "\t" : ""));
        }
      }
      for (String pattern : values(statement.path("Resource")).split("\t", -1)) {
        String resource = request.path("resource").asString();
        write(FuzzTarget.RESOURCE, "0000\n" + pattern + '\n' + resource + "\nana\nAIDA");
        write(FuzzTarget.GLOB, pattern + '\n' + resource);
      }
    }
  }

  private static String values(JsonNode node) {
    List<String> all =
        node.isArray()
            ? node.valueStream().map(JsonNode::asString).toList()
            : List.of(node.asString(""));
    return String.join("\t", all);
  }

  private Path folder(FuzzTarget target) {
    return root.resolve(target.name().toLowerCase(Locale.ROOT));
  }

  private void write(FuzzTarget target, String text) throws IOException {
    count++;
    Files.writeString(folder(target).resolve("seed-" + count), text);
  }
}
