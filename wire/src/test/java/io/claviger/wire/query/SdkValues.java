package io.claviger.wire.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/// Makes random objects of the SDK's types, guided by the fields they declare.
final class SdkValues {

  /// What has gone wrong in encoders before: separators, escapes, XML's own signs, other scripts,
  /// and characters outside the basic plane.
  private static final List<String> PIECES =
      List.of(
          "a", "Z", "0", " ", "+", "%", "&", "=", ".", "/", "~", "*", "<b>", "]]>", "\"", "'", "\r",
          "\n", "\t", "é", "ß", "汉", "😀", "%2B", "&amp;", ";", "?", "#", "\u00a0", "\u2028");

  private final RandomGenerator random;

  SdkValues(RandomGenerator random) {
    this.random = random;
  }

  /// Sets each field of `builder` or leaves it out.
  <T extends SdkPojo> T filled(T builder) {
    for (SdkField<?> field : builder.sdkFields()) {
      if (random.nextInt(5) > 0) {
        field.set(builder, value(field));
      }
    }
    return builder;
  }

  private Object value(SdkField<?> field) {
    return switch (field.marshallingType().getKnownType()) {
      case STRING -> text();
      case INTEGER -> random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(1000);
      case BOOLEAN -> random.nextBoolean();
      case INSTANT -> Instant.ofEpochSecond(random.nextLong(4_102_444_800L));
      case SDK_BYTES -> SdkBytes.fromUtf8String(text());
      case LIST -> list(field.getRequiredTrait(ListTrait.class));
      case MAP -> map(field.getRequiredTrait(MapTrait.class));
      case SDK_POJO -> structure(field);
      default -> throw new IllegalStateException("A new type of field: " + field.memberName());
    };
  }

  /// At least one member is set, since a form cannot tell an empty structure from an absent one.
  private Object structure(SdkField<?> field) {
    SdkPojo builder = filled(field.constructor().get());
    SdkField<?> one = builder.sdkFields().get(random.nextInt(builder.sdkFields().size()));
    one.set(builder, value(one));
    return ((Buildable) builder).build();
  }

  private List<Object> list(ListTrait trait) {
    List<Object> items = new ArrayList<>();
    // Now and then enough for two digits, since 10 must not sort before 9.
    int size = random.nextInt(20) == 0 ? 12 : random.nextInt(4);
    for (int i = size; i > 0; i--) {
      items.add(value(trait.memberFieldInfo()));
    }
    return items;
  }

  private Map<String, Object> map(MapTrait trait) {
    Map<String, Object> entries = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      entries.put(text(), value(trait.valueFieldInfo()));
    }
    return entries;
  }

  private String text() {
    var text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
