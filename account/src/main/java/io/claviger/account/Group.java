package io.claviger.account;

import java.time.Instant;

/// An IAM group. Its members are found through [Account#members].
///
/// @param id `AGPA…`
public record Group(String id, String path, String name, Instant created, IdentityPolicies policies)
    implements PolicyHolder {

  @Override
  public EntityKey key() {
    return new EntityKey(EntityKind.GROUP, id);
  }

  @Override
  public String arnType() {
    return "group";
  }

  /// The same group under another path and name, with the same id.
  public Group renamed(String newPath, String newName) {
    return new Group(id, newPath, newName, created, policies);
  }

  @Override
  public Group withPolicies(IdentityPolicies newPolicies) {
    return new Group(id, path, name, created, newPolicies);
  }
}
