package io.claviger.conformance.client;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/// What a client made of a step.
///
/// @param out what came back, without what differs from call to call; null when none did
/// @param error the code of the error that came back, null for none
/// @param failure what went wrong in the client, null for nothing
/// @param isUnknown whether the client does not know what it was to call
record Answer(
    @Nullable JsonNode out, @Nullable String error, @Nullable String failure, boolean isUnknown) {

  /// What is said once, or is for the client's own use.
  private static final Set<String> LEFT_OUT =
      Set.of(
          "Base32StringSeed",
          "IsTruncated",
          "Marker",
          "QRCodePNG",
          "SecretAccessKey",
          "ServicePassword",
          "SessionToken");

  private static final Pattern ID =
      Pattern.compile(
          "\\b(ABIA|ACCA|AGPA|AIDA|AIPA|AKIA|ANPA|APKA|AROA|ASCA|ASIA)[A-Z0-9]{12,}\\b");

  /// Of a signing certificate.
  private static final Pattern PLAIN_ID = Pattern.compile("\\b[A-Z2-7]{24,}\\b");

  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.000)?(Z|\\+00:00)");
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /// @param line what the client printed
  /// @param account the id of its account
  static Answer parse(String line, String account) {
    Map<String, JsonNode> fields = JsonNode.parser().parse(line).asObject();
    JsonNode out = fields.get("out");
    return new Answer(
        out == null ? null : plain(out, account),
        text(fields.get("error")),
        text(fields.get("failure")),
        fields.containsKey("unknown"));
  }

  private static @Nullable String text(@Nullable JsonNode node) {
    return node == null ? null : node.asString();
  }

  /// Without the account's id, ids that are made up, times and secrets.
  static JsonNode plain(JsonNode node, String account) {
    StringBuilder text = new StringBuilder();
    write(node, account, text);
    return JsonNode.parser().parse(text.toString());
  }

  private static void write(JsonNode node, String account, StringBuilder text) {
    if (node.isObject()) {
      text.append('{');
      for (var field : new TreeMap<>(node.asObject()).entrySet()) {
        if (!LEFT_OUT.contains(field.getKey())) {
          separate(text, '{');
          text.append(quoted(field.getKey())).append(':');
          write(field.getValue(), account, text);
        }
      }
      text.append('}');
    } else if (node.isArray()) {
      text.append('[');
      for (JsonNode part : node.asArray()) {
        separate(text, '[');
        write(part, account, text);
      }
      text.append(']');
    } else if (node.isString()) {
      text.append(quoted(plain(node.asString(), account)));
    } else {
      text.append(node);
    }
  }

  /// A comma, unless the text has just opened.
  private static void separate(StringBuilder text, char opening) {
    if (text.charAt(text.length() - 1) != opening) {
      text.append(',');
    }
  }

  private static String plain(String value, String account) {
    String result = value.replace(account, "ACCOUNT");
    result = ID.matcher(result).replaceAll("$1...");
    result = PLAIN_ID.matcher(result).replaceAll("ID");
    result = TIME.matcher(result).replaceAll("TIME");
    return UUID.matcher(result).replaceAll("UUID");
  }

  static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
