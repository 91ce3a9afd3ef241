package io.claviger.service.iam.simulate;

import io.claviger.service.iam.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;

/// What the two simulating operations take alike.
///
/// @param policies the documents of `PolicyInputList`
/// @param boundaries the documents of `PermissionsBoundaryPolicyInputList`
/// @param resources ARNs, or `*`; never empty
record SimulationInput(
    List<String> policies,
    List<String> boundaries,
    List<String> actions,
    List<String> resources,
    @Nullable String resourcePolicy,
    @Nullable String resourceOwner,
    @Nullable String callerArn,
    List<ContextEntry> context,
    @Nullable String resourceHandling,
    Page.Request page) {

  SimulationInput {
    resources = resources.isEmpty() ? List.of("*") : List.copyOf(resources);
  }

  static SimulationInput of(SimulateCustomPolicyRequest request) {
    return new SimulationInput(
        request.policyInputList(),
        request.permissionsBoundaryPolicyInputList(),
        request.actionNames(),
        request.resourceArns(),
        request.resourcePolicy(),
        request.resourceOwner(),
        request.callerArn(),
        request.contextEntries(),
        request.resourceHandlingOption(),
        Page.Request.of(request, request.maxItems(), request.marker()));
  }

  static SimulationInput of(SimulatePrincipalPolicyRequest request) {
    return new SimulationInput(
        request.policyInputList(),
        request.permissionsBoundaryPolicyInputList(),
        request.actionNames(),
        request.resourceArns(),
        request.resourcePolicy(),
        request.resourceOwner(),
        request.callerArn(),
        request.contextEntries(),
        request.resourceHandlingOption(),
        Page.Request.of(request, request.maxItems(), request.marker()));
  }
}
