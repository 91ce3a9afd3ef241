package io.claviger.service;

import io.claviger.access.federation.FederatedIdentity;
import io.claviger.account.View;
import io.claviger.base.AccountId;
import io.claviger.policy.decide.AccessRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/// One API operation: what it takes, what the caller must be allowed, what it does.
///
/// Handlers are pure but for what [Call] hands them: they may be run again.
///
/// @param <I> the SDK's request type
/// @param <O> the SDK's response type
public sealed interface Operation<I extends AwsRequest, O extends AwsResponse>
    permits ReadOperation, WriteOperation {

  /// The SDK's request type, which names the operation.
  Class<I> input();

  /// Whom the token in the input vouches for, where that token is the credential and the call has
  /// no signature; empty for all other operations. Comes before everything else; the identity is
  /// then the call's caller, [io.claviger.access.Caller.Federated]. Verifying is up to `access`.
  ///
  /// May block, to get an identity provider's keys. What it throws is audited in the home account
  /// where the token [#isOfKnownProvider].
  ///
  /// @param view of the role's account, as it is published
  /// @throws io.claviger.wire.ServiceError when the token proves nothing
  default Optional<FederatedIdentity> bearer(I input, View view, Instant now) {
    return Optional.empty();
  }

  /// Whether the token in the input, good or not, is said to be of a provider that the home account
  /// has made. Everybody can name an account: what nobody vouches for is kept in its audit trail
  /// only then.
  default boolean isOfKnownProvider(I input, View view) {
    return false;
  }

  /// Does what needs no lock and must come before the caller is authorized — hashing a password,
  /// verifying an MFA code that a policy may ask for — and returns the call to go on with. Runs
  /// once, on published data; [#requires] and `run` see its result as [Call#prepared].
  ///
  /// @throws io.claviger.wire.ServiceError when the call cannot be served whoever makes it
  default Call prepare(I input, Call call, View view) {
    return call;
  }

  /// Whether [#prepare] is only for callers who are allowed what [#requires] names then, with
  /// nothing prepared yet. So it is where preparing reaches out to somebody else or is much work.
  /// What is required is asked for again afterwards, as ever.
  default boolean isPreparedForTheAllowedOnly() {
    return false;
  }

  /// What the caller must be allowed to do: all of it, including what only this input needs. Empty
  /// only for the operations that AWS documents as needing no permission.
  ///
  /// Called before anything is validated against the account, so a resource that does not exist is
  /// still named: whoever may not see it learns only that they may not.
  List<AccessRequest> requires(I input, Call call, View view);

  /// Whether callers need any permission at all. The few operations that AWS documents as needing
  /// none say so here; of any other, an empty [#requires] is a fault, and refused.
  default boolean needsPermission() {
    return true;
  }

  /// The account the operation works on where the input names it, as `AssumeRole` does with its
  /// role's; empty where it is the caller's. Where a token is the credential, the input must name
  /// it.
  ///
  /// @throws io.claviger.wire.ServiceError where a token is the credential and no account is named
  default Optional<AccountId> home(I input) {
    return Optional.empty();
  }
}
