package io.claviger.service.iam.policy;

import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.AttachablePolicy;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import io.claviger.wire.ServiceError;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionResponse;

/// Shows one version of a managed policy with its document.
///
/// Permissions: `iam:GetPolicyVersion` on the policy.
record GetPolicyVersion(AttachablePolicies policies)
    implements ReadOperation<GetPolicyVersionRequest, GetPolicyVersionResponse> {

  @Override
  public Class<GetPolicyVersionRequest> input() {
    return GetPolicyVersionRequest.class;
  }

  @Override
  public List<AccessRequest> requires(GetPolicyVersionRequest input, Call call, View view) {
    return List.of(IamResources.policy(view.home(), "iam:GetPolicyVersion", input.policyArn()));
  }

  @Override
  public GetPolicyVersionResponse run(GetPolicyVersionRequest input, Call call, View view) {
    AttachablePolicy policy = policies.require(input.policyArn(), view.home());
    Supplier<ServiceError> missing =
        () -> IamErrors.noSuchPolicyVersion(input.policyArn(), input.versionId());
    AttachablePolicy.Version version = policy.version(input.versionId()).orElseThrow(missing);
    String document = policy.document(version.id()).orElseThrow(missing);
    return GetPolicyVersionResponse.builder()
        .policyVersion(PolicyShapes.version(policy, version, document))
        .build();
  }
}
