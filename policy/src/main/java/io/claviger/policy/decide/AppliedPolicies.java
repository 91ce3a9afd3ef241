package io.claviger.policy.decide;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every policy that bears on one requester and one resource, by layer. Immutable. For the limiting
/// layers, empty means that the layer does not exist and so does not limit; a layer that exists but
/// holds no policy allows nothing.
///
/// Make it once for a requester and keep it: what is worked out at its first decision is kept in
/// it, and [#withResource] shares that.
public final class AppliedPolicies {

  private final PrincipalLayers principal;
  private final OwnerLayers owner;
  private final @Nullable AppliedPolicy resource;

  private AppliedPolicies(
      PrincipalLayers principal, OwnerLayers owner, @Nullable AppliedPolicy resource) {
    this.principal = principal;
    this.owner = owner;
    this.resource = resource;
  }

  /// One level of the organization tree.
  ///
  /// @param target the id of the root, organizational unit or account
  /// @param policies what is attached there; a union
  public record Level(String target, List<AppliedPolicy> policies) {
    public Level {
      policies = List.copyOf(policies);
    }
  }

  /// A requester to whom no policy applies yet.
  public static AppliedPolicies of(Requester requester) {
    return new AppliedPolicies(PrincipalLayers.of(requester), OwnerLayers.of(requester), null);
  }

  /// With the policies of the user and its groups, or of the role.
  public AppliedPolicies withIdentity(List<AppliedPolicy> policies) {
    return with(principal.withIdentity(policies));
  }

  /// With a permissions boundary; of several, the union.
  public AppliedPolicies withBoundary(List<AppliedPolicy> policies) {
    return with(principal.withBoundary(policies));
  }

  /// With session policies: one inline and up to ten managed, a union.
  public AppliedPolicies withSession(List<AppliedPolicy> policies) {
    return with(principal.withSession(policies));
  }

  /// With SCPs. The levels are given in full, the root first.
  ///
  /// @throws IllegalArgumentException for more than 24 levels
  public AppliedPolicies withServiceControl(List<Level> levels) {
    return with(principal.withServiceControl(checked(levels)));
  }

  /// With RCPs. The levels are given in full, the root first.
  ///
  /// @throws IllegalArgumentException for more than 24 levels
  public AppliedPolicies withResourceControl(List<Level> levels) {
    return with(owner.withResourceControl(checked(levels)));
  }

  /// With the policy of the endpoint that the request came through; of several, the union.
  public AppliedPolicies withVpcEndpoint(List<AppliedPolicy> policies) {
    return with(owner.withVpcEndpoint(policies));
  }

  /// With the resource's own policy.
  public AppliedPolicies withResource(AppliedPolicy policy) {
    return new AppliedPolicies(principal, owner, policy);
  }

  private AppliedPolicies with(PrincipalLayers layers) {
    return new AppliedPolicies(layers, owner, resource);
  }

  private AppliedPolicies with(OwnerLayers layers) {
    return new AppliedPolicies(principal, layers, resource);
  }

  private static List<Level> checked(List<Level> levels) {
    if (levels.size() > Slots.MAX_LEVELS) {
      throw new IllegalArgumentException(
          "An organization has at most " + Slots.MAX_LEVELS + " levels, not " + levels.size());
    }
    return levels;
  }

  public Requester requester() {
    return principal.requester();
  }

  /// The policies of the user and its groups, or of the role.
  public List<AppliedPolicy> identity() {
    return principal.identity();
  }

  /// The permissions boundary.
  public Optional<List<AppliedPolicy>> boundary() {
    return principal.boundary();
  }

  /// The session policies.
  public Optional<List<AppliedPolicy>> session() {
    return principal.session();
  }

  /// The SCPs by level, the root first.
  public Optional<List<Level>> serviceControl() {
    return principal.serviceControl();
  }

  /// The resource's own policy; empty where it has none.
  public Optional<AppliedPolicy> resource() {
    return Optional.ofNullable(resource);
  }

  /// The RCPs by level, the root first.
  public Optional<List<Level>> resourceControl() {
    return owner.resourceControl();
  }

  /// The endpoint's policy, where the request came through one.
  public Optional<List<AppliedPolicy>> vpcEndpoint() {
    return owner.vpcEndpoint();
  }

  PrincipalLayers principalLayers() {
    return principal;
  }

  OwnerLayers ownerLayers() {
    return owner;
  }

  @Nullable AppliedPolicy resourcePolicy() {
    return resource;
  }
}
