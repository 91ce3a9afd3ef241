package io.claviger.policy.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The layers that come with a user or role, whatever the session and the resource are. Immutable.
final class PrincipalLayers {

  private final Scope scope;
  private final List<AppliedPolicy> identity;
  private final @Nullable List<AppliedPolicy> boundary;
  private final @Nullable List<AppliedPolicies.Level> serviceControl;
  private final long limits;
  private final LazyIndex index;

  private PrincipalLayers(
      Scope scope,
      List<AppliedPolicy> identity,
      @Nullable List<AppliedPolicy> boundary,
      @Nullable List<AppliedPolicies.Level> serviceControl) {
    this.scope = scope;
    this.identity = List.copyOf(identity);
    this.boundary = boundary == null ? null : List.copyOf(boundary);
    this.serviceControl = serviceControl == null ? null : List.copyOf(serviceControl);
    this.limits = Attached.slots(attached()) & ~Slots.IDENTITY;
    this.index = new LazyIndex(this::attached);
  }

  static PrincipalLayers of(Scope scope) {
    return new PrincipalLayers(scope, List.of(), null, null);
  }

  /// The same policies where other layers exist; the same object if they do not.
  PrincipalLayers in(Scope other) {
    boolean isSame =
        scope.hasIdentity() == other.hasIdentity()
            && scope.hasServiceControl() == other.hasServiceControl();
    return isSame ? this : new PrincipalLayers(other, identity, boundary, serviceControl);
  }

  PrincipalLayers withIdentity(List<AppliedPolicy> policies) {
    return new PrincipalLayers(scope, policies, boundary, serviceControl);
  }

  PrincipalLayers withBoundary(List<AppliedPolicy> policies) {
    return new PrincipalLayers(scope, identity, policies, serviceControl);
  }

  PrincipalLayers withServiceControl(List<AppliedPolicies.Level> levels) {
    return new PrincipalLayers(scope, identity, boundary, levels);
  }

  /// What there is of layers that exist.
  List<Attached> attached() {
    List<Attached> attached = new ArrayList<>();
    if (scope.hasServiceControl() && serviceControl != null) {
      attached.addAll(Attached.toLevels(Layer.SERVICE_CONTROL, serviceControl));
    }
    if (scope.hasIdentity()) {
      attached.add(Attached.to(Layer.IDENTITY, identity));
      if (boundary != null) {
        attached.add(Attached.to(Layer.PERMISSIONS_BOUNDARY, boundary));
      }
    }
    return attached;
  }

  List<AppliedPolicy> identity() {
    return identity;
  }

  Optional<List<AppliedPolicy>> boundary() {
    return Optional.ofNullable(boundary);
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
