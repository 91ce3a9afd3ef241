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
import software.amazon.awssdk.services.iam.model.AssociateDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.AssociateDelegationRequestResponse;

/// Takes a delegation request over: whoever calls becomes its owner. No two accounts take over the
/// same request, since its id is a name that only one of them can have.
///
/// Permissions: `iam:AssociateDelegationRequest` on the request.
///
/// AWS rule: IAM API Reference, "AssociateDelegationRequest".
record AssociateDelegationRequest(Told told)
    implements WriteOperation<
        AssociateDelegationRequestRequest, AssociateDelegationRequestResponse> {

  @Override
  public Class<AssociateDelegationRequestRequest> input() {
    return AssociateDelegationRequestRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      AssociateDelegationRequestRequest input, Call call, View view) {
    return List.of(
        SeenRequest.access(view, "iam:AssociateDelegationRequest", input.delegationRequestId()));
  }

  @Override
  public Outcome<AssociateDelegationRequestResponse> run(
      AssociateDelegationRequestRequest input, Call call, View view) {
    String id = input.delegationRequestId();
    SeenRequest seen = SeenRequest.require(id, view);
    String state = seen.state(call.now());
    if (!state.equals("UNASSIGNED")) {
      throw DelegationErrors.wrongState(id, state);
    }
    Change change =
        Change.put(Delegation.of(seen.request(), Identities.of(call.caller()), call.now()));
    for (Delegation old : Forgotten.delegations(view.home(), call.now())) {
      change = change.andRemove(old.key());
    }
    return new Outcome<>(change, AssociateDelegationRequestResponse.builder().build());
  }

  @Override
  public void committed(AssociateDelegationRequestRequest input, Call call, View published) {
    told.of(input.delegationRequestId(), State.ASSIGNED, call.now(), published.home());
  }
}
