package io.claviger.reference;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;

/// A kind of resource that a service's actions name.
///
/// @param arnFormat `arn:${Partition}:iam::${Account}:user/${UserNameWithPath}`
/// @param conditionKeys keys that are there whenever an action names such a resource
public record ResourceType(String name, String arnFormat, List<String> conditionKeys) {

  public ResourceType {
    conditionKeys = List.copyOf(conditionKeys);
  }

  static ResourceType read(DataInputStream in) throws IOException {
    return new ResourceType(in.readUTF(), in.readUTF(), Tables.strings(in));
  }
}
