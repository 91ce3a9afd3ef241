package io.claviger.policy.decide;

import java.util.List;
import java.util.Optional;

/// Every policy that bears on one requester and one resource, by layer. For the limiting layers,
/// empty means that the layer does not exist and so does not limit; a layer that exists but holds
/// no policy allows nothing.
///
/// @param identity of the user and its groups, or of the role
/// @param boundary the permissions boundary
/// @param session the session policies: one inline and up to ten managed, a union
/// @param resource the resource's own policy; empty where it has none
/// @param serviceControl SCPs by level of the organization, the root first
/// @param resourceControl RCPs by level of the organization, the root first
/// @param vpcEndpoint the endpoint's policy, where the request came through one
public record AppliedPolicies(
    Requester requester,
    List<AppliedPolicy> identity,
    Optional<List<AppliedPolicy>> boundary,
    Optional<List<AppliedPolicy>> session,
    Optional<AppliedPolicy> resource,
    Optional<List<Level>> serviceControl,
    Optional<List<Level>> resourceControl,
    Optional<List<AppliedPolicy>> vpcEndpoint) {

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
    return new AppliedPolicies(
        requester,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public AppliedPolicies withIdentity(List<AppliedPolicy> policies) {
    return new AppliedPolicies(
        requester,
        List.copyOf(policies),
        boundary,
        session,
        resource,
        serviceControl,
        resourceControl,
        vpcEndpoint);
  }

  public AppliedPolicies withBoundary(List<AppliedPolicy> policies) {
    return new AppliedPolicies(
        requester,
        identity,
        Optional.of(List.copyOf(policies)),
        session,
        resource,
        serviceControl,
        resourceControl,
        vpcEndpoint);
  }

  public AppliedPolicies withSession(List<AppliedPolicy> policies) {
    return new AppliedPolicies(
        requester,
        identity,
        boundary,
        Optional.of(List.copyOf(policies)),
        resource,
        serviceControl,
        resourceControl,
        vpcEndpoint);
  }

  public AppliedPolicies withResource(AppliedPolicy policy) {
    return new AppliedPolicies(
        requester,
        identity,
        boundary,
        session,
        Optional.of(policy),
        serviceControl,
        resourceControl,
        vpcEndpoint);
  }

  /// The levels are given in full, the root first.
  public AppliedPolicies withServiceControl(List<Level> levels) {
    return new AppliedPolicies(
        requester,
        identity,
        boundary,
        session,
        resource,
        Optional.of(List.copyOf(levels)),
        resourceControl,
        vpcEndpoint);
  }

  /// The levels are given in full, the root first.
  public AppliedPolicies withResourceControl(List<Level> levels) {
    return new AppliedPolicies(
        requester,
        identity,
        boundary,
        session,
        resource,
        serviceControl,
        Optional.of(List.copyOf(levels)),
        vpcEndpoint);
  }

  public AppliedPolicies withVpcEndpoint(List<AppliedPolicy> policies) {
    return new AppliedPolicies(
        requester,
        identity,
        boundary,
        session,
        resource,
        serviceControl,
        resourceControl,
        Optional.of(List.copyOf(policies)));
  }
}
