package io.claviger.service.iam.policy;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.CustomerPolicy;
import io.claviger.account.View;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DeletePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyResponse;

/// Deletes a customer managed policy that nobody uses and that has no version but the default.
///
/// Permissions: `iam:DeletePolicy` on the policy.
record DeletePolicy(AttachablePolicies policies)
    implements WriteOperation<DeletePolicyRequest, DeletePolicyResponse> {

  private static final String ACTION = "iam:DeletePolicy";

  @Override
  public Class<DeletePolicyRequest> input() {
    return DeletePolicyRequest.class;
  }

  @Override
  public List<AccessRequest> requires(DeletePolicyRequest input, Call call, View view) {
    return List.of(IamResources.policy(view.home(), ACTION, input.policyArn()));
  }

  @Override
  public Outcome<DeletePolicyResponse> run(DeletePolicyRequest input, Call call, View view) {
    Account home = view.home();
    CustomerPolicy policy = OwnPolicies.require(input.policyArn(), ACTION, call, home, policies);
    Arn arn = policy.arn(home.id());
    if (home.attachedCount(arn) + home.boundedCount(arn) > 0) {
      throw IamErrors.policyIsAttached();
    }
    if (policy.versions().size() > 1) {
      throw IamErrors.policyHasVersions();
    }
    return new Outcome<>(Change.remove(policy.key()), DeletePolicyResponse.builder().build());
  }
}
