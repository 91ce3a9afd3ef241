package io.claviger.service.iam.delegation;

import io.claviger.account.Account;
import io.claviger.account.Delegation.State;
import java.time.Instant;

/// Tells partners what has become of their requests, once it is durable.
record Told(Notices notices) {

  /// Tells that a request has come to a state.
  ///
  /// @param home the account that has taken it over, in which more may have become of it by now
  void of(String id, State state, Instant when, Account home) {
    home.delegations()
        .byId(id)
        .ifPresent(delegation ->
            notices.send(new Notice(delegation.request(), home.id(), state, when, null)));
  }
}
