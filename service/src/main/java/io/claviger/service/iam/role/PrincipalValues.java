package io.claviger.service.iam.role;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonFactory;

/// The values of `AWS` in the principals of a policy's text, replaced where they stand.
///
/// Whatever else the author wrote — order, white space, spelling — stays as it is.
final class PrincipalValues {

  private static final JsonFactory JSON = new JsonFactory();
  private static final List<String> WHERE = List.of("Statement", "Principal", "AWS");

  private PrincipalValues() {}

  /// The text with each value replaced by what `replacement` makes of it.
  ///
  /// @param text a policy without errors
  /// @param replacement gives text that needs no escaping, or the value itself
  static String replace(String text, UnaryOperator<String> replacement) {
    StringBuilder result = new StringBuilder(text.length());
    int copied = 0;
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.VALUE_STRING && isPrincipal(json.streamReadContext())) {
          int start = (int) json.currentTokenLocation().getCharOffset();
          String value = json.getString();
          String replaced = replacement.apply(value);
          if (!replaced.equals(value)) {
            result.append(text, copied, start).append('"').append(replaced).append('"');
            // The string is read to its end only when it is asked for.
            copied = (int) json.currentLocation().getCharOffset();
          }
        }
      }
    }
    return result.append(text, copied, text.length()).toString();
  }

  private static boolean isPrincipal(TokenStreamContext innermost) {
    List<String> names = new ArrayList<>();
    TokenStreamContext context = innermost;
    while (context != null) {
      if (context.inObject()) {
        names.addFirst(context.currentName());
      }
      context = context.getParent();
    }
    return names.equals(WHERE);
  }
}
