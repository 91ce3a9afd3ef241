package io.claviger.account;

import java.time.Instant;

/// The deletion of a service-linked role, which clients ask about afterwards. Here the role is gone
/// as soon as there is the task.
///
/// @param id `task/aws-service-role/SERVICE/ROLE/UUID`
public record RoleDeletionTask(String id, Instant created) implements Entity {

  @Override
  public EntityKey key() {
    return new EntityKey(EntityKind.ROLE_DELETION_TASK, id);
  }
}
