package io.claviger.service.iam.delegation;

import io.claviger.account.Delegation;
import io.claviger.account.Delegation.State;
import io.claviger.account.View;
import io.claviger.service.Call;
import java.util.Set;

/// Which states a step may start from.
///
/// AWS rule: IAM User Guide, "Building your integration", "State Transitions".
final class Steps {

  private Steps() {}

  /// The request of that id, which the account has taken over and which is in one of those states.
  ///
  /// @throws io.claviger.wire.ServiceError when there is none, or it is in another
  static Delegation from(String id, Call call, View view, State... states) {
    Delegation delegation = SeenRequest.requireOwned(id, view.home());
    if (delegation.isExpired(call.now()) || !Set.of(states).contains(delegation.state())) {
      throw DelegationErrors.wrongState(id, SeenRequest.owned(delegation).state(call.now()));
    }
    return delegation;
  }
}
