package io.claviger.policy.cases;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads decision cases: the one reader of the format that the package comment describes.
///
/// Policies that come again need not be compiled again, so keep a reader for a stream. Confined to
/// one thread.
public final class CaseReader {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(LineBlocks.MAX_LINE_BYTES).build())
          .build();

  /// In a line that is too long the id is looked for in the beginning only.
  private static final int ID_WITHIN_BYTES = 64 * 1024;

  private final CompiledTexts compiled = new CompiledTexts();

  /// The case that the line holds. Never throws on account of the line.
  public CaseLine read(LineBlock.Line line) {
    if (line.isTooLong()) {
      return new BadCase(
          idOf(line.text(ID_WITHIN_BYTES)),
          "The line is longer than " + LineBlocks.MAX_LINE_BYTES + " bytes");
    }
    String text = line.text(LineBlocks.MAX_LINE_BYTES);
    return text.indexOf(Quoted.REPLACEMENT) >= 0 && !line.isUtf8()
        ? new BadCase(idOf(text), "The line is not UTF-8")
        : read(text);
  }

  /// The case that the text holds, on one line or several. Never throws on account of the text.
  public CaseLine read(String text) {
    if (text.isBlank()) {
      return new BadCase(null, "The line is empty");
    }
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return read(new CaseJson(json, text));
    } catch (BadCaseException e) {
      return new BadCase(idOf(text), Quoted.plain(String.valueOf(e.getMessage())));
    } catch (JacksonException e) {
      return new BadCase(idOf(text), "Not JSON: " + Quoted.plain(e.getOriginalMessage()));
    }
  }

  private DecisionCase read(CaseJson json) {
    List<String> ids = new ArrayList<>(1);
    List<Asked> asked = new ArrayList<>(1);
    List<PolicyTexts> policies = new ArrayList<>(1);
    json.start();
    json.members(
        "A case",
        name -> {
          switch (name) {
            case "id" -> ids.add(json.string(name));
            case "request" -> asked.add(RequestReader.read(json));
            case "policies" -> policies.add(PolicyTexts.read(json));
            default -> json.skip();
          }
        });
    json.end();
    String id = single("id", ids);
    Asked question = single("request", asked);
    CaseAssembly assembly = new CaseAssembly(compiled, single("policies", policies), question);
    return new DecisionCase(id, assembly.policies(), question.request());
  }

  private static <T> T single(String name, List<T> values) {
    if (values.size() != 1) {
      throw new BadCaseException(name + (values.isEmpty() ? " is missing" : " is given twice"));
    }
    return values.getFirst();
  }

  /// The id of a case that is unreadable otherwise; null if that cannot be read either.
  static @Nullable String idOf(String text) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean isId = json.currentName().equals("id");
        JsonToken value = json.nextToken();
        if (isId) {
          return value == JsonToken.VALUE_STRING ? wellFormed(json.getString()) : null;
        }
        json.skipChildren();
      }
    } catch (JacksonException _) {
      // What is wrong with the text is being said; it went wrong before an id came.
    }
    return null;
  }

  private static @Nullable String wellFormed(String id) {
    return Quoted.isWellFormed(id) && id.indexOf(Quoted.REPLACEMENT) < 0 ? id : null;
  }
}
