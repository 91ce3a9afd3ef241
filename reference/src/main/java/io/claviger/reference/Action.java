package io.claviger.reference;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;

/// One action of a service.
///
/// @param name without the prefix: `CreateUser`
/// @param resources the resource types it works on; empty when a policy can only name `*`
/// @param conditionKeys keys that the action has whatever its resource
public record Action(
    String name, AccessLevel accessLevel, List<Resource> resources, List<String> conditionKeys) {

  public Action {
    resources = List.copyOf(resources);
    conditionKeys = List.copyOf(conditionKeys);
  }

  /// A resource type as one action uses it.
  ///
  /// @param type a [ResourceType#name]
  /// @param required whether a statement that allows the action must cover such a resource
  /// @param conditionKeys keys that the action has only with this resource type
  public record Resource(String type, boolean required, List<String> conditionKeys) {

    public Resource {
      conditionKeys = List.copyOf(conditionKeys);
    }

    private static Resource read(DataInputStream in) throws IOException {
      return new Resource(in.readUTF(), in.readBoolean(), Tables.strings(in));
    }
  }

  static Action read(DataInputStream in) throws IOException {
    return new Action(
        in.readUTF(),
        AccessLevel.of(in.readUTF()),
        Tables.list(in, in.readUnsignedShort(), Resource::read),
        Tables.strings(in));
  }
}
