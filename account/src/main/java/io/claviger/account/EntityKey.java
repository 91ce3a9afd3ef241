package io.claviger.account;

/// The kind of an entity and its id within the kind: `AIDA…` of a user, the serial of an MFA
/// device, the user's id for a login profile.
public record EntityKey(EntityKind kind, String id) implements Comparable<EntityKey> {

  @Override
  public int compareTo(EntityKey other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : id.compareTo(other.id);
  }
}
