package io.claviger.policy.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What each layer says of one request.
record LayerFolds(
    LayerFold resourceControl,
    LayerFold serviceControl,
    LayerFold vpcEndpoint,
    LayerFold resource,
    LayerFold identity,
    LayerFold boundary,
    LayerFold session) {

  /// Offers the request to every statement of every layer that exists for the requester.
  static LayerFolds of(AppliedPolicies policies, Question question, @Nullable Recorder recorder) {
    return new Folding(policies, question, recorder).all();
  }

  /// The explicit denial, naming the first layer that has one; null if no statement denies.
  @Nullable Decision explicitDenial() {
    Layer first = null;
    List<MatchedStatement> denies = new ArrayList<>(0);
    for (LayerFold fold :
        List.of(
            resourceControl, serviceControl, vpcEndpoint, resource, identity, boundary, session)) {
      if (!fold.denies().isEmpty()) {
        first = first == null ? fold.layer() : first;
        denies.addAll(fold.denies());
      }
    }
    return first == null ? null : new Decision.ExplicitlyDenied(first, denies);
  }

  /// The matching `Allow` statements of the two layers that can grant.
  List<MatchedStatement> granting() {
    if (resource.allows().isEmpty() || identity.allows().isEmpty()) {
      return resource.allows().isEmpty() ? identity.allows() : resource.allows();
    }
    List<MatchedStatement> both = new ArrayList<>(resource.allows());
    both.addAll(identity.allows());
    return both;
  }

  /// Makes the folds of one request.
  private record Folding(AppliedPolicies policies, Question question, @Nullable Recorder recorder) {

    LayerFolds all() {
      Scope scope = Scope.of(policies.requester());
      return new LayerFolds(
          levels(Layer.RESOURCE_CONTROL, scope.hasResourceControl(), policies.resourceControl()),
          levels(Layer.SERVICE_CONTROL, scope.hasServiceControl(), policies.serviceControl()),
          limit(Layer.VPC_ENDPOINT, true, policies.vpcEndpoint()),
          fold(Layer.RESOURCE).union(policies.resource().map(List::of).orElse(List.of())),
          identity(scope),
          limit(Layer.PERMISSIONS_BOUNDARY, scope.hasIdentity(), policies.boundary()),
          session(scope));
    }

    private LayerFold identity(Scope scope) {
      LayerFold fold = fold(Layer.IDENTITY);
      return scope.hasIdentity() ? fold.union(policies.identity()) : fold.absent(false);
    }

    /// A federated user without a session policy has no permissions of its own.
    ///
    /// AWS rule: IAM User Guide, "Permissions for GetFederationToken".
    private LayerFold session(Scope scope) {
      boolean isEmptyHanded =
          policies.session().isEmpty() && policies.requester() instanceof Requester.FederatedUser;
      return isEmptyHanded
          ? fold(Layer.SESSION).absent(false)
          : limit(Layer.SESSION, scope.hasIdentity(), policies.session());
    }

    private LayerFold limit(Layer layer, boolean applies, Optional<List<AppliedPolicy>> limits) {
      LayerFold fold = fold(layer);
      return applies && limits.isPresent() ? fold.union(limits.get()) : fold.absent(true);
    }

    private LayerFold levels(
        Layer layer, boolean applies, Optional<List<AppliedPolicies.Level>> levels) {
      LayerFold fold = fold(layer);
      return applies && levels.isPresent() ? fold.levels(levels.get()) : fold.absent(true);
    }

    private LayerFold fold(Layer layer) {
      return new LayerFold(layer, question, recorder);
    }
  }
}
