package io.claviger.service.iam.simulate;

import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.Page;
import java.util.List;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyResponse;

/// Simulates policies that the request brings along.
///
/// Permissions: `iam:SimulateCustomPolicy`, which has no resource type.
///
/// AWS rule: IAM API Reference, "SimulateCustomPolicy".
record SimulateCustomPolicy()
    implements ReadOperation<SimulateCustomPolicyRequest, SimulateCustomPolicyResponse> {

  @Override
  public Class<SimulateCustomPolicyRequest> input() {
    return SimulateCustomPolicyRequest.class;
  }

  @Override
  public List<AccessRequest> requires(SimulateCustomPolicyRequest input, Call call, View view) {
    return List.of(IamResources.anything(view.home(), "iam:SimulateCustomPolicy"));
  }

  @Override
  public SimulateCustomPolicyResponse run(SimulateCustomPolicyRequest input, Call call, View view) {
    SimulationInput given = SimulationInput.of(input);
    SimulationSource source = SimulationSource.nobody(view.home().id());
    Simulation simulation = new SimulationSetup(given, view.home().id(), source).simulation();
    Page<EvaluationResult> page = SimulationResults.page(given, simulation);
    return SimulateCustomPolicyResponse.builder()
        .evaluationResults(page.items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }
}
