package io.claviger.cli.simulate;

import io.claviger.cli.names.KnownKeys;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.RequestContext.Value;
import io.claviger.policy.document.AsciiCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/// The condition keys of a request as they are shown: under the names that were given or that AWS
/// uses, and whether they were given.
final class ContextView {

  private final boolean isRequesterAssumed;
  private final Map<String, String> givenNames = new LinkedHashMap<>();
  private final KnownKeys known;

  /// One key.
  record Key(String name, Value value, boolean isFilledIn) {

    /// As `"a"` or `["a", "b"]`.
    String values() {
      return switch (value) {
        case Value.Single(String text) -> '"' + text + '"';
        case Value.Multi(List<String> all) ->
            all.stream().map(text -> '"' + text + '"').collect(Collectors.joining(", ", "[", "]"));
      };
    }
  }

  ContextView(AskedRequests asked, KnownKeys known) {
    this.isRequesterAssumed = asked.isRequesterAssumed();
    this.known = known;
    asked.given().keys().keySet().forEach(name -> givenNames.put(AsciiCase.lower(name), name));
  }

  /// Of a request that came with all of its keys. They are shown by name.
  ContextView(RequestContext complete, KnownKeys known) {
    this.isRequesterAssumed = false;
    this.known = known;
    complete.all().keySet().stream()
        .sorted()
        .forEach(key -> givenNames.put(key, known.spelling(key)));
  }

  boolean isRequesterAssumed() {
    return isRequesterAssumed;
  }

  /// The keys that were given, in their order, before those filled in.
  List<Key> keys(RequestContext context) {
    List<Key> keys = new ArrayList<>();
    givenNames.forEach((key, name) -> {
      Value value = context.get(key);
      if (value != null) {
        keys.add(new Key(name, value, false));
      }
    });
    context.all().entrySet().stream()
        .filter(entry -> !givenNames.containsKey(entry.getKey()))
        .map(entry -> new Key(known.spelling(entry.getKey()), entry.getValue(), true))
        .sorted(Comparator.comparing(Key::name))
        .forEach(keys::add);
    return keys;
  }

  /// Writes the keys as a member of the object, those filled in named in another.
  void writeJson(RequestContext context, JsonGenerator json) {
    List<Key> keys = keys(context);
    json.writeObjectPropertyStart("context");
    for (Key key : keys) {
      json.writeName(key.name());
      switch (key.value()) {
        case Value.Single(String text) -> json.writeString(text);
        case Value.Multi(List<String> all) -> {
          json.writeStartArray();
          all.forEach(json::writeString);
          json.writeEndArray();
        }
      }
    }
    json.writeEndObject();
    json.writeArrayPropertyStart("filledIn");
    keys.stream().filter(Key::isFilledIn).map(Key::name).forEach(json::writeString);
    json.writeEndArray();
  }
}
