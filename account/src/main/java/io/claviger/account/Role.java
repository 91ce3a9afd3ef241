package io.claviger.account;

import io.claviger.base.Arn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An IAM role.
///
/// @param id `AROA…`
/// @param trust the trust policy's document, its IAM principals written as unique ids
/// @param description empty where none was given
/// @param maxSessionSeconds 3,600 to 43,200
public record Role(
    String id,
    String path,
    String name,
    Instant created,
    Tags tags,
    @Nullable Arn boundary,
    IdentityPolicies policies,
    String trust,
    String description,
    int maxSessionSeconds)
    implements Bounded, Tagged {

  @Override
  public EntityKey key() {
    return new EntityKey(EntityKind.ROLE, id);
  }

  @Override
  public String arnType() {
    return "role";
  }

  @Override
  public Role withTags(Tags newTags) {
    return new Role(
        id,
        path,
        name,
        created,
        newTags,
        boundary,
        policies,
        trust,
        description,
        maxSessionSeconds);
  }

  @Override
  public Role withBoundary(@Nullable Arn newBoundary) {
    return new Role(
        id,
        path,
        name,
        created,
        tags,
        newBoundary,
        policies,
        trust,
        description,
        maxSessionSeconds);
  }

  @Override
  public Role withPolicies(IdentityPolicies newPolicies) {
    return new Role(
        id,
        path,
        name,
        created,
        tags,
        boundary,
        newPolicies,
        trust,
        description,
        maxSessionSeconds);
  }

  public Role withTrust(String newTrust) {
    return new Role(
        id,
        path,
        name,
        created,
        tags,
        boundary,
        policies,
        newTrust,
        description,
        maxSessionSeconds);
  }

  public Role described(String newDescription, int newMaxSessionSeconds) {
    return new Role(
        id,
        path,
        name,
        created,
        tags,
        boundary,
        policies,
        trust,
        newDescription,
        newMaxSessionSeconds);
  }
}
