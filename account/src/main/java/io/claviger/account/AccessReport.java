package io.claviger.account;

import java.time.Instant;

/// When the users and roles behind an ARN last reached services, as of when somebody asked for it.
///
/// @param id a UUID that starts with the time, so that the oldest report is the first in order
/// @param owner who asked and may see it: the id of a user, the account id of root, or of a session
///   the id of whom it is a session of, a colon and its access key id
/// @param ofActions whether single actions are in it
/// @param content as the service that made it writes it
public record AccessReport(
    String id, String owner, Instant created, boolean ofActions, PackedText content)
    implements Entity {

  @Override
  public EntityKey key() {
    return new EntityKey(EntityKind.ACCESS_REPORT, id);
  }
}
