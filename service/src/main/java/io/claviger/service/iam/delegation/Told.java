package io.claviger.service.iam.delegation;

import io.claviger.account.View;
import io.claviger.service.Call;

/// Tells partners what has become of their requests, once it is durable.
record Told(Notices notices) {

  /// Tells of the request of that id as it is now.
  void of(String id, Call call, View published) {
    published
        .home()
        .delegations()
        .byId(id)
        .ifPresent(delegation ->
            notices.send(
                new Notice(
                    delegation.request(),
                    published.home().id(),
                    delegation.state(),
                    call.now(),
                    null)));
  }
}
