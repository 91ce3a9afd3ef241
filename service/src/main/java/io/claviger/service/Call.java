package io.claviger.service;

import io.claviger.access.Caller;
import io.claviger.account.Activity;
import io.claviger.account.Ids;
import io.claviger.account.Secrets;
import io.claviger.account.UsedOnce;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Everything a handler may not fetch for itself.
///
/// @param caller who calls: who signed, or [Caller.Federated] where a token is the credential
/// @param requestId as the response carries it
/// @param now the instant of the call
/// @param region the region that was signed for
/// @param ids makes ids and secrets
/// @param prepared what [Operation#prepare] worked out, or null
public record Call(
    Caller caller,
    String requestId,
    Instant now,
    String region,
    Activity activity,
    Secrets secrets,
    UsedOnce usedOnce,
    Ids ids,
    @Nullable Object prepared) {

  /// This call with what [Operation#prepare] worked out.
  public Call withPrepared(Object newPrepared) {
    return new Call(caller, requestId, now, region, activity, secrets, usedOnce, ids, newPrepared);
  }
}
