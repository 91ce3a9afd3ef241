package io.claviger.policy.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The layers that come with the requester, whatever the resource is. Immutable.
final class PrincipalLayers {

  private final Requester requester;
  private final List<AppliedPolicy> identity;
  private final @Nullable List<AppliedPolicy> boundary;
  private final @Nullable List<AppliedPolicy> session;
  private final @Nullable List<AppliedPolicies.Level> serviceControl;
  private final long limits;
  private final LazyIndex index;

  private PrincipalLayers(
      Requester requester,
      List<AppliedPolicy> identity,
      @Nullable List<AppliedPolicy> boundary,
      @Nullable List<AppliedPolicy> session,
      @Nullable List<AppliedPolicies.Level> serviceControl) {
    this.requester = requester;
    this.identity = List.copyOf(identity);
    this.boundary = boundary == null ? null : List.copyOf(boundary);
    this.session = session == null ? null : List.copyOf(session);
    this.serviceControl = serviceControl == null ? null : List.copyOf(serviceControl);
    long slots = Attached.slots(attached()) & ~Slots.IDENTITY;
    this.limits = isEmptyHanded() ? slots | Slots.SESSION : slots;
    this.index = new LazyIndex(this::attached);
  }

  static PrincipalLayers of(Requester requester) {
    return new PrincipalLayers(requester, List.of(), null, null, null);
  }

  PrincipalLayers withIdentity(List<AppliedPolicy> policies) {
    return new PrincipalLayers(requester, policies, boundary, session, serviceControl);
  }

  PrincipalLayers withBoundary(List<AppliedPolicy> policies) {
    return new PrincipalLayers(requester, identity, policies, session, serviceControl);
  }

  PrincipalLayers withSession(List<AppliedPolicy> policies) {
    return new PrincipalLayers(requester, identity, boundary, policies, serviceControl);
  }

  PrincipalLayers withServiceControl(List<AppliedPolicies.Level> levels) {
    return new PrincipalLayers(requester, identity, boundary, session, levels);
  }

  /// A federated user without a session policy has no permissions of its own.
  ///
  /// AWS rule: IAM User Guide, "Permissions for GetFederationToken".
  private boolean isEmptyHanded() {
    return session == null && requester instanceof Requester.FederatedUser;
  }

  /// What there is of layers that exist for such a requester.
  List<Attached> attached() {
    Scope scope = Scope.of(requester);
    List<Attached> attached = new ArrayList<>();
    if (scope.hasServiceControl() && serviceControl != null) {
      attached.addAll(Attached.toLevels(Layer.SERVICE_CONTROL, serviceControl));
    }
    if (scope.hasIdentity()) {
      attached.add(Attached.to(Layer.IDENTITY, identity));
      if (boundary != null) {
        attached.add(Attached.to(Layer.PERMISSIONS_BOUNDARY, boundary));
      }
      if (session != null) {
        attached.add(Attached.to(Layer.SESSION, session));
      }
    }
    return attached;
  }

  Requester requester() {
    return requester;
  }

  List<AppliedPolicy> identity() {
    return identity;
  }

  Optional<List<AppliedPolicy>> boundary() {
    return Optional.ofNullable(boundary);
  }

  Optional<List<AppliedPolicy>> session() {
    return Optional.ofNullable(session);
  }

  Optional<List<AppliedPolicies.Level>> serviceControl() {
    return Optional.ofNullable(serviceControl);
  }

  boolean hasBoundary() {
    return boundary != null;
  }

  /// The slots that must be filled for a request to be allowed, if the layer is consulted.
  long limits() {
    return limits;
  }

  StatementIndex index() {
    return index.get();
  }
}
