package io.claviger.service.iam.delegation;

import io.claviger.account.Delegation;
import io.claviger.account.DelegationRequest;
import io.claviger.base.AccountId;
import io.claviger.base.SecretText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a partner is told of a request of its own: that it has come to a new state.
///
/// @param owner the account that has taken the request over
/// @param token what the partner gets credentials for; null unless it has been released
public record Notice(
    DelegationRequest request,
    AccountId owner,
    Delegation.State state,
    Instant time,
    @Nullable SecretText token) {}
