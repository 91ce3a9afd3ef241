package io.claviger.wire.query;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/// Writes an SDK object as XML elements, guided by the fields its type declares. What is not set is
/// left out; an empty list that was set is an empty element.
final class ResponseEncoder {

  private final XmlWriter xml;

  ResponseEncoder(XmlWriter xml) {
    this.xml = xml;
  }

  void members(SdkPojo object) {
    for (SdkField<?> field : object.sdkFields()) {
      Object value = field.getValueOrDefault(object);
      if (value != null
          && !(value instanceof SdkAutoConstructList)
          && !(value instanceof SdkAutoConstructMap)) {
        element(field.unmarshallLocationName(), field, value);
      }
    }
  }

  private void element(String name, SdkField<?> field, Object value) {
    switch (value) {
      case List<?> items -> list(name, field.getRequiredTrait(ListTrait.class), items);
      case Map<?, ?> entries -> map(name, field.getRequiredTrait(MapTrait.class), entries);
      case SdkPojo object -> {
        xml.open(name);
        members(object);
        xml.close(name);
      }
      default -> xml.element(name, text(value));
    }
  }

  private void list(String name, ListTrait trait, List<?> items) {
    xml.open(name);
    items.forEach(item -> element("member", trait.memberFieldInfo(), item));
    xml.close(name);
  }

  private void map(String name, MapTrait trait, Map<?, ?> entries) {
    xml.open(name);
    entries.forEach((key, value) -> {
      xml.open("entry").element("key", String.valueOf(key));
      element("value", trait.valueFieldInfo(), value);
      xml.close("entry");
    });
    xml.close(name);
  }

  private static String text(Object value) {
    return switch (value) {
      case String text -> text;
      case Integer number -> number.toString();
      case Boolean flag -> flag.toString();
      // AWS writes whole seconds in UTC.
      case Instant instant -> instant.truncatedTo(ChronoUnit.SECONDS).toString();
      case SdkBytes bytes -> Base64.getEncoder().encodeToString(bytes.asByteArray());
      default -> throw new IllegalStateException("No operation answers a " + value.getClass());
    };
  }
}
