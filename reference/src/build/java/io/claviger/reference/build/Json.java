package io.claviger.reference.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON as plain maps, lists and strings.
final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /// What to do with each member of an object; `parser` stands on the member's value.
  interface Member {
    void read(String name, JsonParser parser) throws IOException;
  }

  static void forEachMember(Path file, Member member) throws IOException {
    try (var input = Files.newInputStream(file);
        JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), input)) {
      parser.nextToken();
      forEachMember(parser, member);
    }
  }

  static void forEachMember(JsonParser parser, Member member) throws IOException {
    expect(parser, JsonToken.START_OBJECT);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      member.read(name, parser);
    }
  }

  /// The value under the parser without white space, members in the order they have.
  static byte[] compact(JsonParser parser) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      generator.copyCurrentStructure(parser);
    }
    return bytes.toByteArray();
  }

  @SuppressWarnings("unchecked") // the two packages' files are objects of objects
  static Map<String, Map<String, Object>> objects(Path file) throws IOException {
    return (Map<String, Map<String, Object>>) (Map<?, ?>) object(file);
  }

  @SuppressWarnings("unchecked") // as above, or objects of strings
  static Map<String, Object> object(Path file) throws IOException {
    try (var input = Files.newInputStream(file);
        JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), input)) {
      parser.nextToken();
      expect(parser, JsonToken.START_OBJECT);
      return (Map<String, Object>) value(parser);
    }
  }

  private static Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          members.put(name, value(parser));
        }
        yield members;
      }
      case START_ARRAY -> {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          elements.add(value(parser));
        }
        yield elements;
      }
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      case VALUE_STRING -> parser.getString();
      default -> throw new IllegalStateException("Unexpected " + parser.currentToken());
    };
  }

  private static void expect(JsonParser parser, JsonToken token) {
    if (parser.currentToken() != token) {
      throw new IllegalStateException("Expected " + token + ", found " + parser.currentToken());
    }
  }
}
