package io.claviger.reference;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// A service as the Service Authorization Reference describes it. Look-ups ignore case, as policies
/// do.
public final class Service {

  private final String prefix;
  private final String name;
  private final Map<String, Action> actions;
  private final Map<String, ResourceType> resourceTypes;
  private final Map<String, ConditionKey> conditionKeys;

  private Service(String prefix, String name, DataInputStream in) throws IOException {
    this.prefix = prefix;
    this.name = name;
    this.actions = byName(Tables.list(in, in.readInt(), Action::read), Action::name);
    this.resourceTypes =
        byName(Tables.list(in, in.readInt(), ResourceType::read), ResourceType::name);
    this.conditionKeys =
        byName(Tables.list(in, in.readInt(), ConditionKey::read), ConditionKey::name);
  }

  static Service read(String prefix, String name, DataInputStream in) throws IOException {
    return new Service(prefix, name, in);
  }

  private static <T> Map<String, T> byName(List<T> elements, Function<T, String> name) {
    Map<String, T> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    elements.forEach(element -> map.put(name.apply(element), element));
    return Collections.unmodifiableMap(map);
  }

  /// What stands before the colon in the service's actions: `iam`.
  public String prefix() {
    return prefix;
  }

  /// In words: `AWS Identity and Access Management (IAM)`.
  public String name() {
    return name;
  }

  /// All actions by name.
  public Collection<Action> actions() {
    return actions.values();
  }

  public Optional<Action> action(String actionName) {
    return Optional.ofNullable(actions.get(actionName));
  }

  /// All resource types by name.
  public Collection<ResourceType> resourceTypes() {
    return resourceTypes.values();
  }

  public Optional<ResourceType> resourceType(String typeName) {
    return Optional.ofNullable(resourceTypes.get(typeName));
  }

  /// All condition keys that the service's actions and resource types use, by name. Some are global
  /// keys: `aws:ResourceTag/${TagKey}`.
  public Collection<ConditionKey> conditionKeys() {
    return conditionKeys.values();
  }

  public Optional<ConditionKey> conditionKey(String keyName) {
    return Optional.ofNullable(conditionKeys.get(keyName));
  }
}
