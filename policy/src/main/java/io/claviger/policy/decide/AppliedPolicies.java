package io.claviger.policy.decide;

import java.util.ArrayList;
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

  private final Requester requester;
  private final PrincipalLayers principal;
  private final SessionLayer session;
  private final OwnerLayers owner;
  private final @Nullable AppliedPolicy resource;

  private AppliedPolicies(
      Requester requester,
      PrincipalLayers principal,
      SessionLayer session,
      OwnerLayers owner,
      @Nullable AppliedPolicy resource) {
    this.requester = requester;
    this.principal = principal;
    this.session = session;
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
    Scope scope = Scope.of(requester);
    return new AppliedPolicies(
        requester, PrincipalLayers.of(scope), SessionLayer.of(scope), OwnerLayers.of(scope), null);
  }

  /// The same policies for another requester, such as another session of the same role. What is
  /// worked out for one serves the other.
  public AppliedPolicies withRequester(Requester other) {
    Scope scope = Scope.of(other);
    return new AppliedPolicies(
        other, principal.in(scope), session.in(scope), owner.in(scope), resource);
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
    return new AppliedPolicies(requester, principal, session.with(policies), owner, resource);
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
    return new AppliedPolicies(requester, principal, session, owner, policy);
  }

  private AppliedPolicies with(PrincipalLayers layers) {
    return new AppliedPolicies(requester, layers, session, owner, resource);
  }

  private AppliedPolicies with(OwnerLayers layers) {
    return new AppliedPolicies(requester, principal, session, layers, resource);
  }

  private static List<Level> checked(List<Level> levels) {
    if (levels.size() > Slots.MAX_LEVELS) {
      throw new IllegalArgumentException(
          "An organization has at most " + Slots.MAX_LEVELS + " levels, not " + levels.size());
    }
    return levels;
  }

  public Requester requester() {
    return requester;
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
    return session.policies();
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

  /// Whether the requester has a permissions boundary.
  boolean hasBoundary() {
    return principal.hasBoundary();
  }

  /// The slots that must be filled for a request to be allowed, if the layer is consulted.
  long limits() {
    return owner.limits() | principal.limits() | session.limits();
  }

  /// All policies of layers that exist for the requester.
  List<Attached> attached() {
    List<Attached> attached = new ArrayList<>(owner.attached());
    attached.addAll(principal.attached());
    attached.addAll(session.attached());
    attached.add(Attached.to(Layer.RESOURCE, resource == null ? List.of() : List.of(resource)));
    return attached;
  }

  /// Matches every statement that can match.
  void offer(Question question, Fold fold) {
    owner.index().offer(question, fold);
    principal.index().offer(question, fold);
    session.offer(question, fold);
    if (resource != null) {
      resource.asResourcePolicy().offer(question, fold);
    }
  }
}
