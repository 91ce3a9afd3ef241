package io.claviger.policy.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The layers that come with the resource's account and with the way there, whoever asks. The
/// resource's own policy is apart, since it is another for every resource. Immutable.
final class OwnerLayers {

  private final @Nullable List<AppliedPolicies.Level> resourceControl;
  private final @Nullable List<AppliedPolicy> vpcEndpoint;
  private final boolean hasResourceControl;
  private final long limits;
  private final LazyIndex index;

  private OwnerLayers(
      boolean hasResourceControl,
      @Nullable List<AppliedPolicies.Level> resourceControl,
      @Nullable List<AppliedPolicy> vpcEndpoint) {
    this.hasResourceControl = hasResourceControl;
    this.resourceControl = resourceControl == null ? null : List.copyOf(resourceControl);
    this.vpcEndpoint = vpcEndpoint == null ? null : List.copyOf(vpcEndpoint);
    this.limits = Attached.slots(attached());
    this.index = new LazyIndex(this::attached);
  }

  static OwnerLayers of(Scope scope) {
    return new OwnerLayers(scope.hasResourceControl(), null, null);
  }

  /// The same policies where other layers exist; the same object if they do not.
  OwnerLayers in(Scope scope) {
    return scope.hasResourceControl() == hasResourceControl
        ? this
        : new OwnerLayers(scope.hasResourceControl(), resourceControl, vpcEndpoint);
  }

  OwnerLayers withResourceControl(List<AppliedPolicies.Level> levels) {
    return new OwnerLayers(hasResourceControl, levels, vpcEndpoint);
  }

  OwnerLayers withVpcEndpoint(List<AppliedPolicy> policies) {
    return new OwnerLayers(hasResourceControl, resourceControl, policies);
  }

  /// What there is of layers that exist for such a requester.
  List<Attached> attached() {
    List<Attached> attached = new ArrayList<>();
    if (hasResourceControl && resourceControl != null) {
      attached.addAll(Attached.toLevels(Layer.RESOURCE_CONTROL, resourceControl));
    }
    if (vpcEndpoint != null) {
      attached.add(Attached.to(Layer.VPC_ENDPOINT, vpcEndpoint));
    }
    return attached;
  }

  Optional<List<AppliedPolicies.Level>> resourceControl() {
    return Optional.ofNullable(resourceControl);
  }

  Optional<List<AppliedPolicy>> vpcEndpoint() {
    return Optional.ofNullable(vpcEndpoint);
  }

  /// The slots that must be filled for a request to be allowed.
  long limits() {
    return limits;
  }

  StatementIndex index() {
    return index.get();
  }
}
