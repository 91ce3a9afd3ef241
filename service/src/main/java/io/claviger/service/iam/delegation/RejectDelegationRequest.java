package io.claviger.service.iam.delegation;

import io.claviger.account.Change;
import io.claviger.account.Delegation;
import io.claviger.account.Delegation.State;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import java.util.List;
import software.amazon.awssdk.services.iam.model.RejectDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.RejectDelegationRequestResponse;

/// Turns a delegation request down, also one that was accepted, as long as its token is not sent.
///
/// Permissions: `iam:RejectDelegationRequest` on the request.
///
/// AWS rule: IAM API Reference, "RejectDelegationRequest".
record RejectDelegationRequest(Told told)
    implements WriteOperation<RejectDelegationRequestRequest, RejectDelegationRequestResponse> {

  @Override
  public Class<RejectDelegationRequestRequest> input() {
    return RejectDelegationRequestRequest.class;
  }

  @Override
  public List<AccessRequest> requires(RejectDelegationRequestRequest input, Call call, View view) {
    return List.of(
        SeenRequest.access(view, "iam:RejectDelegationRequest", input.delegationRequestId()));
  }

  @Override
  public Outcome<RejectDelegationRequestResponse> run(
      RejectDelegationRequestRequest input, Call call, View view) {
    Delegation delegation =
        Steps.from(
            input.delegationRequestId(),
            call,
            view,
            State.ASSIGNED,
            State.PENDING_APPROVAL,
            State.ACCEPTED);
    return new Outcome<>(
        Change.put(delegation.rejected(input.notes(), call.now())),
        RejectDelegationRequestResponse.builder().build());
  }

  @Override
  public void committed(RejectDelegationRequestRequest input, Call call, View published) {
    told.of(input.delegationRequestId(), State.REJECTED, call.now(), published.home());
  }
}
