package io.claviger.policy.cases;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Goes through the JSON of one case, value by value. Before each call the current token is the
/// value's first, after it its last.
///
/// @param text what is parsed
record CaseJson(JsonParser json, String text) {

  /// Reads one member of an object.
  interface MemberReader {
    void read(String name);
  }

  /// Reads one item of a list.
  interface ItemReader {
    void read(int index);
  }

  void start() {
    json.nextToken();
  }

  /// Nothing may follow.
  void end() {
    if (json.nextToken() != null) {
      throw new BadCaseException("Something follows the case");
    }
  }

  /// Goes through an object's members.
  void members(String what, MemberReader reader) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new BadCaseException(what + " must be an object");
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      reader.read(name);
    }
  }

  /// Goes through a list's items.
  void items(String what, ItemReader reader) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw new BadCaseException(what + " must be a list");
    }
    for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
      reader.read(i);
    }
  }

  String string(String what) {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw new BadCaseException(what + " must be a string");
    }
    String value = json.getString();
    if (!Quoted.isWellFormed(value)) {
      throw new BadCaseException(what + " has half a surrogate pair");
    }
    return value;
  }

  /// An object exactly as it is written, for a stricter reader.
  String object(String what) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new BadCaseException(what + " must be a policy document");
    }
    int start = Math.toIntExact(json.currentTokenLocation().getCharOffset());
    json.skipChildren();
    int end = Math.toIntExact(json.currentLocation().getCharOffset());
    return text.substring(start, end);
  }

  boolean isList() {
    return json.currentToken() == JsonToken.START_ARRAY;
  }

  boolean isString() {
    return json.currentToken() == JsonToken.VALUE_STRING;
  }

  boolean isNull() {
    return json.currentToken() == JsonToken.VALUE_NULL;
  }

  void skip() {
    json.skipChildren();
  }
}
