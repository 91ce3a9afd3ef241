package io.claviger.service.iam.delegation;

import io.claviger.access.OwnedDelegations;
import io.claviger.access.TradeInTokens;
import io.claviger.account.Change;
import io.claviger.account.Delegation;
import io.claviger.account.Delegation.State;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import java.util.List;
import software.amazon.awssdk.services.iam.model.SendDelegationTokenRequest;
import software.amazon.awssdk.services.iam.model.SendDelegationTokenResponse;

/// Releases the token of an accepted request to the partner, who trades it in for credentials. From
/// then on the delegated time runs.
///
/// The token goes out before the change is made, so that a request whose token could not be handed
/// over is not final. A token whose change then fails is good for nothing.
///
/// Permissions: `iam:SendDelegationToken` on the request.
///
/// AWS rule: IAM API Reference, "SendDelegationToken".
record SendDelegationToken(Notices notices, TradeInTokens tokens)
    implements WriteOperation<SendDelegationTokenRequest, SendDelegationTokenResponse> {

  @Override
  public Class<SendDelegationTokenRequest> input() {
    return SendDelegationTokenRequest.class;
  }

  @Override
  public List<AccessRequest> requires(SendDelegationTokenRequest input, Call call, View view) {
    return List.of(
        SeenRequest.access(view, "iam:SendDelegationToken", input.delegationRequestId()));
  }

  /// Nobody but who may send it makes the server hand out a token.
  @Override
  public boolean isPreparedForTheAllowedOnly() {
    return true;
  }

  @Override
  public Call prepare(SendDelegationTokenRequest input, Call call, View view) {
    Delegation delegation = require(input, call, view);
    notices.send(
        new Notice(
            delegation.request(),
            view.home().id(),
            State.FINALIZED,
            call.now(),
            tokens.issue(delegation.request(), view.home().id(), call.ids())));
    return call;
  }

  @Override
  public Outcome<SendDelegationTokenResponse> run(
      SendDelegationTokenRequest input, Call call, View view) {
    return new Outcome<>(
        Change.put(require(input, call, view).finalized(call.now())),
        SendDelegationTokenResponse.builder().build());
  }

  private static Delegation require(SendDelegationTokenRequest input, Call call, View view) {
    String id = input.delegationRequestId();
    Delegation delegation = Steps.from(id, call, view, State.ACCEPTED);
    boolean isOwner = OwnedDelegations.isOwner(call.caller(), delegation);
    if (delegation.request().onlySendByOwner() && !isOwner) {
      throw DelegationErrors.onlyByOwner(id);
    }
    return delegation;
  }
}
