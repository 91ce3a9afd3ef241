package io.claviger.wire.query;

import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/// Fills the builder of an SDK type from parameters, guided by the fields the type declares. What
/// no field asks for is left alone.
final class RequestDecoder {

  private RequestDecoder() {}

  static void fill(SdkPojo builder, ParameterTree parameters, String prefix) {
    for (SdkField<?> field : builder.sdkFields()) {
      ParameterTree node = parameters.child(field.locationName());
      if (node != null) {
        field.set(builder, value(field, node, prefix + field.locationName()));
      }
    }
  }

  private static Object value(SdkField<?> field, ParameterTree node, String name) {
    MarshallingKnownType type = field.marshallingType().getKnownType();
    return switch (type) {
      case STRING -> scalar(node);
      case INTEGER -> whole(scalar(node), name);
      case BOOLEAN -> flag(scalar(node), name);
      case LIST -> list(field.getRequiredTrait(ListTrait.class), node, name);
      case SDK_POJO -> structure(field, node, name);
      default ->
          throw new IllegalStateException("No operation takes a " + type + ", but " + name + " is");
    };
  }

  private static String scalar(ParameterTree node) {
    String text = node.text();
    if (node.hasChildren() || text == null) {
      throw node.looksLikeList() ? QueryErrors.unexpectedList() : QueryErrors.unexpectedStructure();
    }
    return text;
  }

  private static Integer whole(String text, String name) {
    boolean isDecimal = !text.isEmpty() && text.chars().allMatch(c -> c == '-' || isDigit(c));
    if (!isDecimal) {
      throw QueryErrors.notWhole(name);
    }
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw QueryErrors.notWhole(name);
    }
  }

  // Integer.valueOf takes digits of every script and a leading plus; the protocol does not.
  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static Boolean flag(String text, String name) {
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    throw QueryErrors.notFlag(name);
  }

  /// `Tags=` alone is an explicit empty list: that is how the SDKs send one.
  private static List<Object> list(ListTrait trait, ParameterTree node, String name) {
    ParameterTree members = node.child("member");
    String text = node.text();
    if (members == null) {
      if (node.hasChildren() || text == null || !text.isEmpty()) {
        throw QueryErrors.notList(name);
      }
      return List.of();
    }
    if (text != null || members.text() != null) {
      throw QueryErrors.notList(name);
    }
    SdkField<?> member = trait.memberFieldInfo();
    return members.items().stream().map(item -> value(member, item, name + ".member")).toList();
  }

  private static Object structure(SdkField<?> field, ParameterTree node, String name) {
    if (node.text() != null) {
      throw QueryErrors.notStructure(name);
    }
    SdkPojo builder = field.constructor().get();
    fill(builder, node, name + '.');
    return ((Buildable) builder).build();
  }
}
