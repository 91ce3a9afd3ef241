package io.claviger.account;

import io.claviger.base.Arn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An IAM user.
///
/// @param id `AIDA…`
/// @param groups the ids of the groups it is a member of, in the order of joining
public record User(
    String id,
    String path,
    String name,
    Instant created,
    Tags tags,
    @Nullable Arn boundary,
    IdentityPolicies policies,
    List<String> groups)
    implements Bounded, Tagged {

  public User {
    groups = List.copyOf(groups);
  }

  public static User create(
      String id, String path, String name, Instant created, Tags tags, @Nullable Arn boundary) {
    return new User(id, path, name, created, tags, boundary, IdentityPolicies.NONE, List.of());
  }

  @Override
  public EntityKey key() {
    return new EntityKey(EntityKind.USER, id);
  }

  @Override
  public String arnType() {
    return "user";
  }

  /// The same user under another path and name, with the same id.
  public User renamed(String newPath, String newName) {
    return new User(id, newPath, newName, created, tags, boundary, policies, groups);
  }

  @Override
  public User withTags(Tags newTags) {
    return new User(id, path, name, created, newTags, boundary, policies, groups);
  }

  @Override
  public User withBoundary(@Nullable Arn newBoundary) {
    return new User(id, path, name, created, tags, newBoundary, policies, groups);
  }

  @Override
  public User withPolicies(IdentityPolicies newPolicies) {
    return new User(id, path, name, created, tags, boundary, newPolicies, groups);
  }

  public User withGroups(List<String> newGroups) {
    return new User(id, path, name, created, tags, boundary, policies, newGroups);
  }
}
