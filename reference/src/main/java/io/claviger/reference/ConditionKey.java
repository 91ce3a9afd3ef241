package io.claviger.reference;

import java.io.DataInputStream;
import java.io.IOException;

/// A condition key as the Service Authorization Reference lists it.
///
/// @param name as published; a part that varies is written `${TagKey}`
/// @param many whether the key holds a set of values in a request
public record ConditionKey(String name, Type type, boolean many) {

  /// What a key's values are.
  public enum Type {
    STRING,
    ARN,
    BOOL,
    DATE,
    IP_ADDRESS,
    NUMERIC
  }

  private static final String MANY = "ArrayOf";

  static ConditionKey read(DataInputStream in) throws IOException {
    String name = in.readUTF();
    String published = in.readUTF();
    boolean many = published.startsWith(MANY);
    return new ConditionKey(
        name, type(many ? published.substring(MANY.length()) : published), many);
  }

  private static Type type(String published) {
    return switch (published) {
      case "String" -> Type.STRING;
      case "ARN" -> Type.ARN;
      case "Bool" -> Type.BOOL;
      case "Date" -> Type.DATE;
      case "IPAddress" -> Type.IP_ADDRESS;
      case "Numeric" -> Type.NUMERIC;
      default -> throw new IllegalStateException("Unknown type of condition key " + published);
    };
  }
}
