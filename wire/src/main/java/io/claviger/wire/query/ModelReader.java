package io.claviger.wire.query;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads a `.model` resource; the format is specified in the package's description.
final class ModelReader {

  private String service = "";
  private String apiVersion = "";
  private String xmlNamespace = "";
  private final List<ErrorModel> errors = new ArrayList<>();
  private final List<Shape> shapes = new ArrayList<>();
  private final List<OperationModel> operations = new ArrayList<>();

  private ModelReader() {}

  /// The model of a service that this package has a resource for.
  static ApiModel read(String service) {
    String name = service + ".model";
    try (InputStream resource = ModelReader.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException("There is no resource " + name);
      }
      return read(new InputStreamReader(resource, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ApiModel read(Reader text) {
    var reader = new ModelReader();
    new BufferedReader(text).lines().forEach(reader::line);
    return new ApiModel(
        reader.service, reader.apiVersion, reader.xmlNamespace, reader.operations, reader.errors);
  }

  private void line(String line) {
    String[] fields = line.split("\t", -1);
    switch (fields[0]) {
      case "service" -> {
        service = fields[1];
        apiVersion = fields[2];
        xmlNamespace = fields[3];
      }
      case "error" -> errors.add(new ErrorModel(fields[1], fields[2], Integer.parseInt(fields[3])));
      case "shape" -> shapes.add(shape(fields));
      case "operation" -> operations.add(operation(fields));
      default -> {
        if (!line.startsWith("#")) {
          throw new IllegalStateException("Not a line of an API model: " + line);
        }
      }
    }
  }

  private OperationModel operation(String[] fields) {
    return new OperationModel(
        service,
        xmlNamespace,
        fields[1],
        fields[2],
        fields[3].equals("-") ? null : (Shape.Structure) shapeAt(fields[3]),
        fields.length > 4 && fields[4].equals("result"));
  }

  private Shape shape(String[] fields) {
    List<String> facets = Arrays.asList(fields).subList(2, fields.length);
    if (fields[1].equals("structure")) {
      return new Shape.Structure(facets.stream().map(this::member).toList());
    }
    Map<String, String> values = new HashMap<>();
    for (String facet : facets) {
      int equals = facet.indexOf('=');
      values.put(
          equals < 0 ? facet : facet.substring(0, equals),
          equals < 0 ? "" : facet.substring(equals + 1));
    }
    int min = Integer.parseInt(values.getOrDefault("min", "0"));
    int max = Integer.parseInt(values.getOrDefault("max", "" + Integer.MAX_VALUE));
    return switch (fields[1]) {
      case "string" -> text(min, max, values);
      case "integer" -> new Shape.Whole(min, max);
      case "boolean" -> new Shape.Flag();
      case "list" -> new Shape.Items(min, max, shapeAt(values.getOrDefault("member", "")));
      default -> throw new IllegalStateException("Not a kind of shape: " + fields[1]);
    };
  }

  private static Shape text(int min, int max, Map<String, String> values) {
    String pattern = values.get("pattern");
    String enumValues = values.get("enum");
    return new Shape.Text(
        min,
        max,
        pattern == null ? null : Pattern.compile(pattern),
        enumValues == null ? List.of() : List.of(enumValues.split("\\|")),
        values.containsKey("secret"));
  }

  private Shape.Member member(String facet) {
    int equals = facet.indexOf('=');
    boolean isRequired = facet.charAt(equals - 1) == '!';
    String name = facet.substring(0, isRequired ? equals - 1 : equals);
    return new Shape.Member(name, isRequired, shapeAt(facet.substring(equals + 1)));
  }

  private Shape shapeAt(String number) {
    return shapes.get(Integer.parseInt(number));
  }
}
