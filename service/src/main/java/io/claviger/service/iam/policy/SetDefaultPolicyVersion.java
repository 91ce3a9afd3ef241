package io.claviger.service.iam.policy;

import io.claviger.account.Change;
import io.claviger.account.CustomerPolicy;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionResponse;

/// Puts another version of a customer managed policy in force, for all that use it.
///
/// Permissions: `iam:SetDefaultPolicyVersion` on the policy.
record SetDefaultPolicyVersion(AttachablePolicies policies)
    implements WriteOperation<SetDefaultPolicyVersionRequest, SetDefaultPolicyVersionResponse> {

  private static final String ACTION = "iam:SetDefaultPolicyVersion";

  @Override
  public Class<SetDefaultPolicyVersionRequest> input() {
    return SetDefaultPolicyVersionRequest.class;
  }

  @Override
  public List<AccessRequest> requires(SetDefaultPolicyVersionRequest input, Call call, View view) {
    return List.of(IamResources.policy(view.home(), ACTION, input.policyArn()));
  }

  @Override
  public Outcome<SetDefaultPolicyVersionResponse> run(
      SetDefaultPolicyVersionRequest input, Call call, View view) {
    CustomerPolicy policy =
        OwnPolicies.require(input.policyArn(), ACTION, call, view.home(), policies);
    int number = OwnPolicies.version(policy, input.policyArn(), input.versionId()).number();
    Change change =
        number == policy.defaultVersion()
            ? Change.NONE
            : Change.put(policy.withDefault(number, call.now()));
    return new Outcome<>(change, SetDefaultPolicyVersionResponse.builder().build());
  }
}
