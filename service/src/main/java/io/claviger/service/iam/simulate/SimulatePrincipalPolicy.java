package io.claviger.service.iam.simulate;

import io.claviger.access.PrincipalPolicies;
import io.claviger.account.PolicyHolder;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.Page;
import java.util.List;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

/// Simulates the policies that a user, group or role has, and more that the request brings along.
///
/// Permissions: `iam:SimulatePrincipalPolicy` on that user, group or role.
///
/// AWS rule: IAM API Reference, "SimulatePrincipalPolicy".
record SimulatePrincipalPolicy(PrincipalPolicies policies)
    implements ReadOperation<SimulatePrincipalPolicyRequest, SimulatePrincipalPolicyResponse> {

  @Override
  public Class<SimulatePrincipalPolicyRequest> input() {
    return SimulatePrincipalPolicyRequest.class;
  }

  @Override
  public List<AccessRequest> requires(SimulatePrincipalPolicyRequest input, Call call, View view) {
    return List.of(
        SourceEntities.access(view.home(), "iam:SimulatePrincipalPolicy", input.policySourceArn()));
  }

  @Override
  public SimulatePrincipalPolicyResponse run(
      SimulatePrincipalPolicyRequest input, Call call, View view) {
    SimulationInput given = SimulationInput.of(input);
    PolicyHolder entity = SourceEntities.require(view.home(), input.policySourceArn());
    SimulationSource source = SimulationSource.of(entity, view.home(), policies);
    Simulation simulation = new SimulationSetup(given, view.home().id(), source).simulation();
    Page<EvaluationResult> page = SimulationResults.page(given, simulation);
    return SimulatePrincipalPolicyResponse.builder()
        .evaluationResults(page.items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }
}
