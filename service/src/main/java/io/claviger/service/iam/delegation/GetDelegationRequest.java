package io.claviger.service.iam.delegation;

import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import java.util.List;
import software.amazon.awssdk.services.iam.model.GetDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.GetDelegationRequestResponse;
import software.amazon.awssdk.services.iam.model.PermissionCheckStatusType;

/// Shows a delegation request with the policy that it asks for, and says if wanted whether the
/// caller has what it asks for.
///
/// Permissions: `iam:GetDelegationRequest` on the request, which its owner has anyway.
///
/// AWS rule: IAM API Reference, "GetDelegationRequest".
record GetDelegationRequest(PermissionCheck check)
    implements ReadOperation<GetDelegationRequestRequest, GetDelegationRequestResponse> {

  @Override
  public Class<GetDelegationRequestRequest> input() {
    return GetDelegationRequestRequest.class;
  }

  @Override
  public List<AccessRequest> requires(GetDelegationRequestRequest input, Call call, View view) {
    return List.of(
        SeenRequest.access(view, "iam:GetDelegationRequest", input.delegationRequestId()));
  }

  @Override
  public GetDelegationRequestResponse run(GetDelegationRequestRequest input, Call call, View view) {
    SeenRequest seen = SeenRequest.require(input.delegationRequestId(), view);
    GetDelegationRequestResponse.Builder answer =
        GetDelegationRequestResponse.builder()
            .delegationRequest(ShownDelegation.of(seen, view.home().id(), call.now()));
    if (Boolean.TRUE.equals(input.delegationPermissionCheck())) {
      answer
          .permissionCheckStatus(PermissionCheckStatusType.COMPLETE)
          .permissionCheckResult(
              check.of(new AskedPolicy(seen.request().policy()), call.caller(), view));
    }
    return answer.build();
  }
}
