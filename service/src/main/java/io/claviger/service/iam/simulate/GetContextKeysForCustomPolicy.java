package io.claviger.service.iam.simulate;

import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.GetContextKeysForCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForCustomPolicyResponse;

/// Lists the condition keys that the policies in the request look at.
///
/// Permissions: `iam:GetContextKeysForCustomPolicy`, which has no resource type.
///
/// AWS rule: IAM API Reference, "GetContextKeysForCustomPolicy".
record GetContextKeysForCustomPolicy()
    implements ReadOperation<
        GetContextKeysForCustomPolicyRequest, GetContextKeysForCustomPolicyResponse> {

  @Override
  public Class<GetContextKeysForCustomPolicyRequest> input() {
    return GetContextKeysForCustomPolicyRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      GetContextKeysForCustomPolicyRequest input, Call call, View view) {
    return List.of(IamResources.anything(view.home(), "iam:GetContextKeysForCustomPolicy"));
  }

  @Override
  public GetContextKeysForCustomPolicyResponse run(
      GetContextKeysForCustomPolicyRequest input, Call call, View view) {
    return GetContextKeysForCustomPolicyResponse.builder()
        .contextKeyNames(
            ReferencedKeys.of(PolicyInputs.identity("PolicyInputList", input.policyInputList())))
        .build();
  }
}
