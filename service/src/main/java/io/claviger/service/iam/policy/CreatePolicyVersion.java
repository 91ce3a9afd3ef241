package io.claviger.service.iam.policy;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.CustomerPolicy;
import io.claviger.account.Quotas;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.AttachablePolicy;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionResponse;

/// Adds a version to a customer managed policy, in force at once if asked for.
///
/// Permissions: `iam:CreatePolicyVersion` on the policy; also for a version that becomes the
/// default, since AWS asks for no more.
record CreatePolicyVersion(AttachablePolicies policies)
    implements WriteOperation<CreatePolicyVersionRequest, CreatePolicyVersionResponse> {

  private static final String ACTION = "iam:CreatePolicyVersion";

  @Override
  public Class<CreatePolicyVersionRequest> input() {
    return CreatePolicyVersionRequest.class;
  }

  @Override
  public List<AccessRequest> requires(CreatePolicyVersionRequest input, Call call, View view) {
    return List.of(IamResources.policy(view.home(), ACTION, input.policyArn()));
  }

  @Override
  public Outcome<CreatePolicyVersionResponse> run(
      CreatePolicyVersionRequest input, Call call, View view) {
    Account home = view.home();
    CustomerPolicy old = OwnPolicies.require(input.policyArn(), ACTION, call, home, policies);
    ManagedDocument.require(input.policyDocument());
    if (old.versions().size() >= Quotas.VERSIONS_PER_POLICY) {
      throw IamErrors.tooManyPolicyVersions();
    }
    boolean asDefault = Boolean.TRUE.equals(input.setAsDefault());
    CustomerPolicy policy = old.withVersion(input.policyDocument(), call.now(), asDefault);
    AttachablePolicy shown = new AttachablePolicy.Own(policy, policy.arn(home.id()));
    return new Outcome<>(
        Change.put(policy),
        CreatePolicyVersionResponse.builder()
            .policyVersion(PolicyShapes.version(shown, shown.versions().getFirst(), null))
            .build());
  }
}
