package io.claviger.account;

import io.claviger.base.SecretText;
import java.util.ArrayList;
import java.util.List;

/// What one write does to an account: entities and secrets put and removed. Applying it never asks
/// a clock or a random source.
///
/// @param put entities, each in place of the one with its key
/// @param removed keys of entities that are gone
/// @param secrets secrets put, each in place of the one of its name
/// @param erased names of secrets that are gone
public record Change(
    List<Entity> put, List<EntityKey> removed, List<SecretPut> secrets, List<SecretName> erased) {

  public static final Change NONE = new Change(List.of(), List.of(), List.of(), List.of());

  public Change {
    put = List.copyOf(put);
    removed = List.copyOf(removed);
    secrets = List.copyOf(secrets);
    erased = List.copyOf(erased);
  }

  /// A secret and what it is stored under.
  public record SecretPut(SecretName name, SecretText text) {}

  public static Change put(Entity... entities) {
    return new Change(List.of(entities), List.of(), List.of(), List.of());
  }

  public static Change remove(EntityKey... keys) {
    return new Change(List.of(), List.of(keys), List.of(), List.of());
  }

  public Change andPut(Entity entity) {
    return new Change(plus(put, entity), removed, secrets, erased);
  }

  public Change andRemove(EntityKey key) {
    return new Change(put, plus(removed, key), secrets, erased);
  }

  public Change andSecret(SecretName name, SecretText text) {
    return new Change(put, removed, plus(secrets, new SecretPut(name, text)), erased);
  }

  public Change andErase(SecretName name) {
    return new Change(put, removed, secrets, plus(erased, name));
  }

  public boolean isEmpty() {
    return put.isEmpty() && removed.isEmpty() && secrets.isEmpty() && erased.isEmpty();
  }

  private static <T> List<T> plus(List<T> list, T more) {
    List<T> result = new ArrayList<>(list);
    result.add(more);
    return result;
  }
}
