package io.claviger.service.iam.lastaccess;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The content of a report: whom it is about, and for each service they may reach, when they last
/// did.
///
/// Its text has a line for each of these, with fields between spaces. A region is whatever a
/// signature named, so it is the last field, spaces and all.
///
/// - `E id arn` a user or role
/// - `S namespace` a service; what follows is of it, up to the next
/// - `U index time region` the last use of the service by the user or role at that place in the
///   list, counted from 0; the time in seconds of the epoch
/// - `A action` an action that is tracked, then `index time region` where somebody has used it
///
/// @param entities in the order of the list of entities
/// @param services by namespace
record FrozenAccess(List<Entity> entities, List<ServiceAccess> services) {

  FrozenAccess {
    entities = List.copyOf(entities);
    services = List.copyOf(services);
  }

  /// A user or role.
  ///
  /// @param arn as it was
  record Entity(String id, String arn) {}

  /// A use by the entity at that place.
  record Use(int entity, Instant at, String region) {

    private static Use parse(String[] fields, int from) {
      return new Use(
          Integer.parseInt(fields[from]),
          Instant.ofEpochSecond(Long.parseLong(fields[from + 1])),
          fields[from + 2]);
    }

    private String text() {
      return " " + entity + ' ' + at.getEpochSecond() + ' ' + region;
    }
  }

  /// A service that may be reached.
  ///
  /// @param uses the last of each entity that has one
  /// @param actions those that are tracked and may be allowed, by name
  /// @param lastOf the last uses of actions, by name
  record ServiceAccess(
      String namespace, List<Use> uses, List<String> actions, SortedMap<String, Use> lastOf) {

    ServiceAccess {
      uses = List.copyOf(uses);
      actions = List.copyOf(actions);
    }
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (Entity entity : entities) {
      text.append("E ").append(entity.id()).append(' ').append(entity.arn()).append('\n');
    }
    for (ServiceAccess service : services) {
      text.append("S ").append(service.namespace()).append('\n');
      service.uses().forEach(use -> text.append('U').append(use.text()).append('\n'));
      for (String action : service.actions()) {
        Use last = service.lastOf().get(action);
        text.append("A ").append(action).append(last == null ? "" : last.text()).append('\n');
      }
    }
    return text.toString();
  }

  /// @throws IllegalStateException for a text that is none of ours
  static FrozenAccess parse(String text) {
    List<Entity> entities = new ArrayList<>();
    List<Lines> services = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String[] fields = line.split(" ", line.startsWith("A") ? 5 : 4);
      switch (fields[0]) {
        case "E" -> entities.add(new Entity(fields[1], fields[2]));
        case "S" -> services.add(new Lines(fields[1]));
        case "U" -> services.getLast().uses.add(Use.parse(fields, 1));
        case "A" -> services.getLast().action(fields);
        default -> throw new IllegalStateException("Not a line of an access report: " + line);
      }
    }
    return new FrozenAccess(entities, services.stream().map(Lines::done).toList());
  }

  /// A service while its lines are read.
  private static final class Lines {

    private final String namespace;
    private final List<Use> uses = new ArrayList<>();
    private final List<String> actions = new ArrayList<>();
    private final Map<String, Use> lastOf = new TreeMap<>();

    Lines(String namespace) {
      this.namespace = namespace;
    }

    void action(String[] fields) {
      actions.add(fields[1]);
      if (fields.length > 2) {
        lastOf.put(fields[1], Use.parse(fields, 2));
      }
    }

    ServiceAccess done() {
      return new ServiceAccess(namespace, uses, actions, new TreeMap<>(lastOf));
    }
  }
}
