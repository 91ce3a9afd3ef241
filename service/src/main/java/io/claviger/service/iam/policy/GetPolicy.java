package io.claviger.service.iam.policy;

import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.GetPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyResponse;

/// Shows a managed policy, without its document.
///
/// Permissions: `iam:GetPolicy` on the policy.
record GetPolicy(AttachablePolicies policies)
    implements ReadOperation<GetPolicyRequest, GetPolicyResponse> {

  @Override
  public Class<GetPolicyRequest> input() {
    return GetPolicyRequest.class;
  }

  @Override
  public List<AccessRequest> requires(GetPolicyRequest input, Call call, View view) {
    return List.of(IamResources.policy(view.home(), "iam:GetPolicy", input.policyArn()));
  }

  @Override
  public GetPolicyResponse run(GetPolicyRequest input, Call call, View view) {
    return GetPolicyResponse.builder()
        .policy(PolicyShapes.whole(view.home(), policies.require(input.policyArn(), view.home())))
        .build();
  }
}
