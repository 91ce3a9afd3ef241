package io.claviger.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A user name and password, or an API key, with which a user reaches one service that takes no
/// signatures. A hash of its secret is in [Secrets] under [SecretName.Kind#SERVICE_SPECIFIC].
///
/// @param id `ACCA…`
/// @param ownerId the user's unique id
/// @param service `codecommit.amazonaws.com`
/// @param alias what it is presented with, `bob+1-at-111122223333`; unique for its service in the
///   account
/// @param expires null where it does not
public record ServiceSpecificCredential(
    String id,
    String ownerId,
    String service,
    String alias,
    boolean active,
    Instant created,
    @Nullable Instant expires)
    implements UserCredential {

  @Override
  public EntityKey key() {
    return new EntityKey(EntityKind.SERVICE_SPECIFIC_CREDENTIAL, id);
  }

  /// What it is found by: the service and the alias with a slash between.
  public String name() {
    return service + '/' + alias;
  }

  public boolean isExpired(Instant now) {
    return expires != null && !now.isBefore(expires);
  }

  @Override
  public ServiceSpecificCredential withActive(boolean newActive) {
    return new ServiceSpecificCredential(id, ownerId, service, alias, newActive, created, expires);
  }
}
