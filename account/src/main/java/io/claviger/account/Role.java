package io.claviger.account;

import io.claviger.base.Arn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An IAM role.
///
/// @param id `AROA…`
/// @param trust the trust policy's document, its IAM principals written as unique ids
/// @param trusted the users and roles that the trust policy names by unique id, each once
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
    List<TrustedPrincipal> trusted,
    String description,
    int maxSessionSeconds)
    implements Bounded, Tagged {

  public Role {
    trusted = List.copyOf(trusted);
  }

  /// Whom a unique id in a trust policy stands for. The id alone does not show the account that the
  /// user or role is in, which is where its present ARN is found.
  ///
  /// @param id `AIDA…`, `AROA…`, or `AROA…:session` for one session of a role
  /// @param arn the ARN when the trust policy was saved
  public record TrustedPrincipal(String id, Arn arn) {}

  /// The path that only service-linked roles have.
  public static final String SERVICE_LINKED_PATH = "/aws-service-role/";

  /// Whether it belongs to a service of AWS's, which alone says what it is.
  ///
  /// AWS rule: IAM User Guide, "Create a service-linked role".
  public boolean isServiceLinked() {
    return path.startsWith(SERVICE_LINKED_PATH);
  }

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
    return with(newTags, boundary, policies, trust, trusted, description, maxSessionSeconds);
  }

  @Override
  public Role withBoundary(@Nullable Arn newBoundary) {
    return with(tags, newBoundary, policies, trust, trusted, description, maxSessionSeconds);
  }

  @Override
  public Role withPolicies(IdentityPolicies newPolicies) {
    return with(tags, boundary, newPolicies, trust, trusted, description, maxSessionSeconds);
  }

  public Role withTrust(String newTrust, List<TrustedPrincipal> newTrusted) {
    return with(tags, boundary, policies, newTrust, newTrusted, description, maxSessionSeconds);
  }

  public Role described(String newDescription, int newMaxSessionSeconds) {
    return with(tags, boundary, policies, trust, trusted, newDescription, newMaxSessionSeconds);
  }

  /// The same role with all that can change.
  private Role with(
      Tags newTags,
      @Nullable Arn newBoundary,
      IdentityPolicies newPolicies,
      String newTrust,
      List<TrustedPrincipal> newTrusted,
      String newDescription,
      int newMaxSessionSeconds) {
    return new Role(
        id,
        path,
        name,
        created,
        newTags,
        newBoundary,
        newPolicies,
        newTrust,
        newTrusted,
        newDescription,
        newMaxSessionSeconds);
  }
}
