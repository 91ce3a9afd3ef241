package io.claviger.service.iam.policy;

import io.claviger.account.Change;
import io.claviger.account.CustomerPolicy;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionResponse;

/// Deletes a version of a customer managed policy that is not the default.
///
/// Permissions: `iam:DeletePolicyVersion` on the policy.
record DeletePolicyVersion(AttachablePolicies policies)
    implements WriteOperation<DeletePolicyVersionRequest, DeletePolicyVersionResponse> {

  private static final String ACTION = "iam:DeletePolicyVersion";

  @Override
  public Class<DeletePolicyVersionRequest> input() {
    return DeletePolicyVersionRequest.class;
  }

  @Override
  public List<AccessRequest> requires(DeletePolicyVersionRequest input, Call call, View view) {
    return List.of(IamResources.policy(view.home(), ACTION, input.policyArn()));
  }

  @Override
  public Outcome<DeletePolicyVersionResponse> run(
      DeletePolicyVersionRequest input, Call call, View view) {
    CustomerPolicy policy =
        OwnPolicies.require(input.policyArn(), ACTION, call, view.home(), policies);
    int number = OwnPolicies.version(policy, input.policyArn(), input.versionId()).number();
    if (number == policy.defaultVersion()) {
      throw IamErrors.defaultVersionStays();
    }
    // A deletion is no update: what is in force, and when it came to be, stays.
    return new Outcome<>(
        Change.put(policy.withoutVersion(number, policy.updated())),
        DeletePolicyVersionResponse.builder().build());
  }
}
