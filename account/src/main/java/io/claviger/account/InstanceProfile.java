package io.claviger.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An instance profile, which holds at most one role.
///
/// @param id `AIPA…`
/// @param roleId the role's unique id, or null
public record InstanceProfile(
    String id, String path, String name, Instant created, Tags tags, @Nullable String roleId)
    implements Named, Tagged {

  @Override
  public EntityKey key() {
    return new EntityKey(EntityKind.INSTANCE_PROFILE, id);
  }

  @Override
  public String arnType() {
    return "instance-profile";
  }

  @Override
  public InstanceProfile withTags(Tags newTags) {
    return new InstanceProfile(id, path, name, created, newTags, roleId);
  }

  public InstanceProfile withRole(@Nullable String newRoleId) {
    return new InstanceProfile(id, path, name, created, tags, newRoleId);
  }
}
