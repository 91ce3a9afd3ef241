package io.claviger.wire.query;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// An SDK request or response as JSON for the audit trail: member names begin in lower case, as
/// CloudTrail writes them; what is secret is masked, and what is long is cut.
///
/// AWS rule: CloudTrail User Guide, "CloudTrail record contents", `requestParameters`.
public final class RedactedJson {

  static final String MASK = "HIDDEN_DUE_TO_SECURITY_REASONS";

  private static final int MOST_CHARACTERS = 65_536;
  private static final int BEGINNING = 1_024;
  private static final int BRIEF = 256;

  private static final JsonFactory JSON = new JsonFactory();

  /// The members that hold a secret, in lower case; a test compares them with those that the SDK
  /// itself keeps out of its texts.
  private static final Set<String> SECRET =
      Set.of(
          "accountpassword",
          "addprivatekey",
          "authenticationcode1",
          "authenticationcode2",
          "base32stringseed",
          "clientsecret",
          "newpassword",
          "oldpassword",
          "password",
          "privatekey",
          "qrcodepng",
          "samlassertion",
          "secretaccesskey",
          "servicecredentialsecret",
          "servicepassword",
          "sessiontoken",
          "tokencode",
          "tradeintoken",
          "webidentitytoken");

  private RedactedJson() {}

  /// The object in JSON, without the members that are not set.
  public static String of(SdkPojo object) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      write(json, object);
    }
    return text.toString();
  }

  /// The same of what a stranger sends, who is to write little: without lists and policies, and
  /// with the beginnings of texts alone.
  public static String brief(SdkPojo object) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      for (SdkField<?> field : object.sdkFields()) {
        switch (field.getValueOrDefault(object)) {
          case String value when !isLong(field.memberName()) -> {
            json.writeName(jsonName(field));
            json.writeString(isSecret(field.memberName()) ? MASK : beginning(value));
          }
          case Integer number -> json.writeNumberProperty(jsonName(field), number);
          case null, default -> {}
        }
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  private static boolean isLong(String member) {
    return member.equals("Policy");
  }

  private static String beginning(String text) {
    return text.length() <= BRIEF ? text : text.substring(0, BRIEF) + '…';
  }

  private static String jsonName(SdkField<?> field) {
    String name = field.memberName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /// Whether values of that member are masked.
  static boolean isSecret(String member) {
    return SECRET.contains(member.toLowerCase(Locale.ROOT));
  }

  private static void write(JsonGenerator json, SdkPojo object) {
    json.writeStartObject();
    for (SdkField<?> field : object.sdkFields()) {
      Object value = field.getValueOrDefault(object);
      if (value == null
          || value instanceof SdkAutoConstructList
          || value instanceof SdkAutoConstructMap) {
        continue;
      }
      json.writeName(jsonName(field));
      if (isSecret(field.memberName())) {
        json.writeString(MASK);
      } else {
        value(json, value);
      }
    }
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, Object value) {
    switch (value) {
      case SdkPojo object -> write(json, object);
      case List<?> items -> {
        json.writeStartArray();
        items.forEach(item -> value(json, item));
        json.writeEndArray();
      }
      case Map<?, ?> entries -> {
        json.writeStartObject();
        entries.forEach((key, entry) -> {
          json.writeName(String.valueOf(key));
          value(json, entry);
        });
        json.writeEndObject();
      }
      case Boolean flag -> json.writeBoolean(flag);
      case Integer number -> json.writeNumber(number);
      case Instant instant -> json.writeString(instant.toString());
      case SdkBytes bytes -> json.writeString(bytes.asByteArrayUnsafe().length + " bytes");
      default -> json.writeString(cut(value.toString()));
    }
  }

  /// A long text by its beginning, length and SHA-256 hash, so that nobody can make an event too
  /// large to be kept.
  private static String cut(String text) {
    if (text.length() <= MOST_CHARACTERS) {
      return text;
    }
    return text.substring(0, BEGINNING)
        + "… (cut from "
        + text.length()
        + " characters, SHA-256 "
        + sha256(text)
        + ')';
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
