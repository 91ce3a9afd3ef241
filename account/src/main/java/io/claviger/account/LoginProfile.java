package io.claviger.account;

import java.time.Instant;

/// A user's console password. Its hash, and the earlier ones, are in [Secrets] under
/// [SecretName.Kind#PASSWORD].
///
/// @param userId the user's unique id
/// @param passwordChanged when the password was last set
public record LoginProfile(
    String userId, Instant created, boolean resetRequired, Instant passwordChanged)
    implements Entity {

  @Override
  public EntityKey key() {
    return new EntityKey(EntityKind.LOGIN_PROFILE, userId);
  }
}
