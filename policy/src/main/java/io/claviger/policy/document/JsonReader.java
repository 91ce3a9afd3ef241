package io.claviger.policy.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/// Reads strict JSON (RFC 8259) into a tree, in time linear in the text and with bounded depth.
///
/// Members whose names differ at most in case, control characters and lone surrogates are findings:
/// readers disagree on what they mean.
final class JsonReader {

  /// A policy needs six levels: document, statements, statement, block, operator, values.
  static final int MAX_DEPTH = 16;

  static final int MAX_NUMBER_CHARACTERS = 1_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER_CHARACTERS)
                  .maxStringLength(PolicyParser.MAX_CHARACTERS)
                  .maxNameLength(PolicyParser.MAX_CHARACTERS)
                  .build())
          .build();

  private final String source;
  private final JsonParser parser;
  private final Findings findings;

  private JsonReader(String source, JsonParser parser, Findings findings) {
    this.source = source;
    this.parser = parser;
    this.findings = findings;
  }

  /// The text's one value; empty, with a finding, when it is no JSON or something follows it.
  static Optional<JsonValue> read(String text, Findings findings) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return new JsonReader(text, parser, findings).tryWhole();
    }
  }

  private Optional<JsonValue> tryWhole() {
    try {
      return Optional.of(whole());
    } catch (StreamReadException | StreamConstraintsException _) {
      JsonTrouble trouble = JsonTrouble.first(source).orElseGet(this::unknownTrouble);
      findings.notJson("JSON_SYNTAX_ERROR", trouble.span(), trouble.message());
      return Optional.empty();
    }
  }

  private JsonTrouble unknownTrouble() {
    return new JsonTrouble(
        spanFrom(parser.currentLocation()), "Not JSON: something else is expected here");
  }

  private JsonValue whole() {
    JsonValue value = value(parser.nextToken());
    if (parser.nextToken() != null) {
      throw new StreamReadException(parser, "Something follows the document");
    }
    return value;
  }

  private JsonValue value(JsonToken token) {
    TokenStreamLocation start = parser.currentTokenLocation();
    return switch (token) {
      case START_OBJECT -> mapping(start);
      case START_ARRAY -> sequence(start);
      case VALUE_STRING -> text(start);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          new JsonValue.Literal(parser.getString(), spanFrom(start));
      case VALUE_NULL -> new JsonValue.Nothing(spanFrom(start));
      case null -> throw new StreamReadException(parser, "The text is empty");
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new StreamReadException(parser, "No value starts with " + token);
    };
  }

  private JsonValue text(TokenStreamLocation start) {
    String text = parser.getString();
    Span span = spanFrom(start);
    checkCharacters(text, span);
    return new JsonValue.Text(text, span);
  }

  private JsonValue sequence(TokenStreamLocation start) {
    List<JsonValue> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(token));
    }
    return new JsonValue.Sequence(items, spanFrom(start));
  }

  private JsonValue mapping(TokenStreamLocation start) {
    List<JsonValue.Member> members = new ArrayList<>();
    Names names = new Names();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      TokenStreamLocation nameStart = parser.currentTokenLocation();
      String name = parser.currentName();
      Span nameSpan = nameSpan(nameStart, name);
      checkCharacters(name, nameSpan);
      if (!names.add(name)) {
        reportDuplicate(members, name, nameSpan);
      }
      members.add(new JsonValue.Member(name, nameSpan, value(parser.nextToken())));
    }
    return new JsonValue.Mapping(members, spanFrom(start));
  }

  /// The names of an object's members. Most objects have a few, for which no table is needed.
  private static final class Names {

    private static final int FEW = 8;

    private final List<String> few = new ArrayList<>(FEW);
    private final Set<String> many = new HashSet<>(0);

    /// False if a name is there that differs at most in case.
    boolean add(String name) {
      String lower = AsciiCase.lower(name);
      if (few.contains(lower) || many.contains(lower)) {
        return false;
      }
      return few.size() < FEW ? few.add(lower) : many.add(lower);
    }
  }

  private void reportDuplicate(List<JsonValue.Member> before, String name, Span span) {
    boolean isSame = before.stream().anyMatch(member -> member.name().equals(name));
    findings.syntaxError(
        isSame ? "DUPLICATE_KEY" : "DUPLICATE_KEYS_WITH_DIFFERENT_CASE",
        span,
        "Duplicate field " + name);
  }

  private void checkCharacters(String text, Span span) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c) || isControl(c)) {
        findings.notJson("INVALID_CHARACTER", span, "A control character or half a surrogate pair");
        return;
      }
    }
  }

  private static boolean isControl(char c) {
    return c < ' ' && c != '\t' && c != '\n' && c != '\r';
  }

  private Span spanFrom(TokenStreamLocation start) {
    return span(start, parser.currentLocation());
  }

  /// The tokenizer has already gone beyond the colon, so the end is told from the name's length; an
  /// escape in a name makes it a little short.
  private static Span nameSpan(TokenStreamLocation start, String name) {
    int line = start.getLineNr();
    int column = start.getColumnNr();
    return new Span(line, column, line, column + name.length() + 2);
  }

  private static Span span(TokenStreamLocation start, TokenStreamLocation end) {
    return new Span(
        Math.max(1, start.getLineNr()),
        Math.max(1, start.getColumnNr()),
        Math.max(1, end.getLineNr()),
        Math.max(1, end.getColumnNr()));
  }
}
