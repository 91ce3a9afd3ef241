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
import software.amazon.awssdk.services.iam.model.UpdateDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.UpdateDelegationRequestResponse;

/// Hands a delegation request on to who may accept it, with a note.
///
/// Permissions: `iam:UpdateDelegationRequest` on the request, which its owner has anyway.
///
/// AWS rule: IAM API Reference, "UpdateDelegationRequest": "When the delegation request is updated,
/// it reaches the PENDING_APPROVAL state."
record UpdateDelegationRequest(Told told)
    implements WriteOperation<UpdateDelegationRequestRequest, UpdateDelegationRequestResponse> {

  @Override
  public Class<UpdateDelegationRequestRequest> input() {
    return UpdateDelegationRequestRequest.class;
  }

  @Override
  public List<AccessRequest> requires(UpdateDelegationRequestRequest input, Call call, View view) {
    return List.of(
        SeenRequest.access(view, "iam:UpdateDelegationRequest", input.delegationRequestId()));
  }

  @Override
  public Outcome<UpdateDelegationRequestResponse> run(
      UpdateDelegationRequestRequest input, Call call, View view) {
    Delegation delegation =
        Steps.from(input.delegationRequestId(), call, view, State.ASSIGNED, State.PENDING_APPROVAL);
    return new Outcome<>(
        Change.put(delegation.forwarded(input.notes(), call.now())),
        UpdateDelegationRequestResponse.builder().build());
  }

  @Override
  public void committed(UpdateDelegationRequestRequest input, Call call, View published) {
    told.of(input.delegationRequestId(), State.PENDING_APPROVAL, call.now(), published.home());
  }
}
