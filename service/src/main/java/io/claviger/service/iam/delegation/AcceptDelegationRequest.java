package io.claviger.service.iam.delegation;

import io.claviger.access.Caller;
import io.claviger.access.Session;
import io.claviger.account.Change;
import io.claviger.account.Delegation;
import io.claviger.account.Delegation.State;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.iam.model.AcceptDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.AcceptDelegationRequestResponse;

/// Accepts a delegation request. What is delegated are rights of whoever calls, those of them that
/// the request asks for: nobody can delegate more than they have.
///
/// Who calls in a session that session policies restrict is refused, since the delegated session
/// could not be restricted by both. AWS does not say what it does then.
///
/// Permissions: `iam:AcceptDelegationRequest` on the request.
///
/// AWS rule: IAM API Reference, "AcceptDelegationRequest"; IAM User Guide, "IAM temporary
/// delegation": "root users can only approve delegation requests with a duration of 4 hours or
/// less".
record AcceptDelegationRequest(Told told)
    implements WriteOperation<AcceptDelegationRequestRequest, AcceptDelegationRequestResponse> {

  private static final Duration LONGEST_OF_ROOT = Duration.ofHours(4);

  @Override
  public Class<AcceptDelegationRequestRequest> input() {
    return AcceptDelegationRequestRequest.class;
  }

  @Override
  public List<AccessRequest> requires(AcceptDelegationRequestRequest input, Call call, View view) {
    return List.of(
        SeenRequest.access(view, "iam:AcceptDelegationRequest", input.delegationRequestId()));
  }

  @Override
  public Outcome<AcceptDelegationRequestResponse> run(
      AcceptDelegationRequestRequest input, Call call, View view) {
    String id = input.delegationRequestId();
    Delegation delegation = SeenRequest.requireOwned(id, view.home());
    boolean isOpen =
        delegation.state() == State.ASSIGNED || delegation.state() == State.PENDING_APPROVAL;
    if (!isOpen || delegation.isExpired(call.now())) {
      throw DelegationErrors.notToBeAccepted(id, SeenRequest.owned(delegation).state(call.now()));
    }
    requireUnrestricted(delegation, call.caller());
    return new Outcome<>(
        Change.put(delegation.accepted(Identities.approver(call.caller()), call.now())),
        AcceptDelegationRequestResponse.builder().build());
  }

  private static void requireUnrestricted(Delegation delegation, Caller caller) {
    Session session = caller.session();
    if (session != null && session.hasSessionPolicies()) {
      throw DelegationErrors.restrictedApprover(delegation.id());
    }
    if (caller instanceof Caller.Root
        && delegation.request().sessionSeconds() > LONGEST_OF_ROOT.toSeconds()) {
      throw DelegationErrors.tooLongForRoot(delegation.id(), LONGEST_OF_ROOT.toHours());
    }
  }

  @Override
  public void committed(AcceptDelegationRequestRequest input, Call call, View published) {
    told.of(input.delegationRequestId(), State.ACCEPTED, call.now(), published.home());
  }
}
