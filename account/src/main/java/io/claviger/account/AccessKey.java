package io.claviger.account;

import java.time.Instant;

/// A long-term access key. Its secret is in [Secrets] under [SecretName.Kind#ACCESS_KEY].
///
/// @param id `AKIA…`
/// @param ownerId the user's unique id; of the root user, the account id
public record AccessKey(String id, String ownerId, boolean active, Instant created)
    implements UserCredential {

  @Override
  public EntityKey key() {
    return new EntityKey(EntityKind.ACCESS_KEY, id);
  }

  @Override
  public AccessKey withActive(boolean newActive) {
    return new AccessKey(id, ownerId, newActive, created);
  }
}
