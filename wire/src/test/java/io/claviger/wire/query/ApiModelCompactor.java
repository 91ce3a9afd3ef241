package io.claviger.wire.query;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/// Makes the `.model` resources from AWS's API models, given as one JSON file per service with
/// inlined shapes (`{apiVersion, xmlNamespace, errors, operations: {name: {input, output}}}`).
///
/// Run by hand when the SDK is updated: `ApiModelCompactor <folder of iam.json and sts.json>
/// <folder to write to>`.
final class ApiModelCompactor {

  private final Map<String, Integer> shapes = new LinkedHashMap<>();
  private final List<String> operations = new ArrayList<>();
  private final Map<String, String> classStems;

  private ApiModelCompactor(Map<String, String> classStems) {
    this.classStems = classStems;
  }

  static void main(String[] args) throws Exception {
    Path models = Path.of(args[0]);
    Path resources = Path.of(args[1]);
    write("iam", IamClient.class, models, resources);
    write("sts", StsClient.class, models, resources);
  }

  private static void write(
      String service, Class<? extends SdkClient> client, Path models, Path resources)
      throws IOException, URISyntaxException {
    JsonNode model = JsonNode.parser().parse(Files.readString(models.resolve(service + ".json")));
    String text = new ApiModelCompactor(classStems(client)).compact(model);
    Files.writeString(resources.resolve(service + ".model"), text);
  }

  /// The stems of the request classes beside `client`, by the stem in lower case.
  private static Map<String, String> classStems(Class<? extends SdkClient> client)
      throws IOException, URISyntaxException {
    Path jar = Path.of(client.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.contains("/model/") && name.endsWith("Request.class"))
          .map(name -> name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf("Request.class")))
          .collect(Collectors.toMap(stem -> stem.toLowerCase(Locale.ROOT), stem -> stem));
    }
  }

  private String compact(JsonNode model) {
    sorted(model, "operations").forEach(this::operation);
    var text = new StringBuilder();
    text.append("# Derived from ")
        .append(string(model, "source"))
        .append(" by ApiModelCompactor\n");
    line(
        text,
        "service",
        string(model, "service"),
        string(model, "apiVersion"),
        string(model, "xmlNamespace"));
    sorted(model, "errors")
        .forEach((name, error) ->
            line(text, "error", name, string(error, "code"), number(error, "status")));
    shapes.keySet().forEach(shape -> line(text, "shape", shape));
    operations.forEach(operation -> text.append(operation).append('\n'));
    return text.toString();
  }

  private void operation(String name, JsonNode operation) {
    String stem = classStems.get(name.toLowerCase(Locale.ROOT));
    String input =
        operation.field("input").map(shape -> Integer.toString(shapeNumber(shape))).orElse("-");
    String result = operation.field("output").isPresent() ? "\tresult" : "";
    operations.add("operation\t" + name + '\t' + stem + '\t' + input + result);
  }

  private int shapeNumber(JsonNode shape) {
    String text = shape(shape);
    return shapes.computeIfAbsent(text, _ -> shapes.size());
  }

  private String shape(JsonNode shape) {
    List<String> fields = new ArrayList<>();
    String type = string(shape, "type");
    fields.add(type);
    if (type.equals("structure")) {
      List<String> required =
          shape.field("required").stream()
              .flatMap(names -> names.asArray().stream())
              .map(JsonNode::asString)
              .toList();
      sorted(shape, "members")
          .forEach((name, member) ->
              fields.add(name + (required.contains(name) ? "!=" : "=") + shapeNumber(member)));
      return String.join("\t", fields);
    }
    for (String bound : List.of("min", "max")) {
      shape.field(bound).ifPresent(value -> fields.add(bound + '=' + value.asNumber()));
    }
    shape.field("pattern").ifPresent(value -> fields.add("pattern=" + value.asString()));
    shape
        .field("enum")
        .ifPresent(values ->
            fields.add(
                values.asArray().stream()
                    .map(JsonNode::asString)
                    .collect(Collectors.joining("|", "enum=", ""))));
    shape.field("sensitive").ifPresent(_ -> fields.add("secret"));
    shape.field("member").ifPresent(member -> fields.add("member=" + shapeNumber(member)));
    return String.join("\t", fields);
  }

  private static Map<String, JsonNode> sorted(JsonNode node, String field) {
    return new TreeMap<>(node.field(field).map(JsonNode::asObject).orElse(Map.of()));
  }

  private static String string(JsonNode node, String field) {
    return node.field(field).orElseThrow().asString();
  }

  private static String number(JsonNode node, String field) {
    return node.field(field).orElseThrow().asNumber();
  }

  private static void line(StringBuilder text, String... fields) {
    text.append(String.join("\t", fields)).append('\n');
  }
}
