package io.claviger.service.iam.simulate;

import io.claviger.access.PrincipalPolicies;
import io.claviger.account.PolicyHolder;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.iam.model.GetContextKeysForPrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForPrincipalPolicyResponse;

/// Lists the condition keys that the policies of a user, group or role look at, and more policies
/// that the request brings along.
///
/// Permissions: `iam:GetContextKeysForPrincipalPolicy` on that user, group or role.
///
/// AWS rule: IAM API Reference, "GetContextKeysForPrincipalPolicy".
record GetContextKeysForPrincipalPolicy(PrincipalPolicies policies)
    implements ReadOperation<
        GetContextKeysForPrincipalPolicyRequest, GetContextKeysForPrincipalPolicyResponse> {

  @Override
  public Class<GetContextKeysForPrincipalPolicyRequest> input() {
    return GetContextKeysForPrincipalPolicyRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      GetContextKeysForPrincipalPolicyRequest input, Call call, View view) {
    return List.of(
        SourceEntities.access(
            view.home(), "iam:GetContextKeysForPrincipalPolicy", input.policySourceArn()));
  }

  @Override
  public GetContextKeysForPrincipalPolicyResponse run(
      GetContextKeysForPrincipalPolicyRequest input, Call call, View view) {
    PolicyHolder entity = SourceEntities.require(view.home(), input.policySourceArn());
    List<AppliedPolicy> all = new ArrayList<>(policies.identityPolicies(view.home(), entity));
    all.addAll(PolicyInputs.identity("PolicyInputList", input.policyInputList()));
    return GetContextKeysForPrincipalPolicyResponse.builder()
        .contextKeyNames(ReferencedKeys.of(all))
        .build();
  }
}
