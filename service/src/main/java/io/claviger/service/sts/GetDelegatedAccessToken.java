package io.claviger.service.sts;

import io.claviger.access.Federation;
import io.claviger.access.Session;
import io.claviger.access.SessionTokens;
import io.claviger.access.TradeInTokens;
import io.claviger.account.Account;
import io.claviger.account.Delegation;
import io.claviger.account.Delegation.Approver;
import io.claviger.account.Delegation.State;
import io.claviger.account.View;
import io.claviger.base.AccountId;
import io.claviger.base.SecretText;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.GetDelegatedAccessTokenRequest;
import software.amazon.awssdk.services.sts.model.GetDelegatedAccessTokenResponse;

/// Trades a partner's token in for credentials of whoever has accepted its request, restricted to
/// what the request asked for. They last until the delegated time is over, which runs since the
/// token was sent.
///
/// A token is good once. AWS does not say how often its own are.
///
/// Permissions: `sts:GetDelegatedAccessToken`.
///
/// AWS rule: STS API Reference, "GetDelegatedAccessToken"; IAM User Guide, "IAM temporary
/// delegation".
record GetDelegatedAccessToken(TradeInTokens tradeIns, SessionTokens tokens)
    implements ReadOperation<GetDelegatedAccessTokenRequest, GetDelegatedAccessTokenResponse> {

  private static final String PURPOSE = "trade-in-token";

  /// How a session of a user or root is called, before the partner's account.
  private static final String DELEGATE = "delegate-";

  @Override
  public Class<GetDelegatedAccessTokenRequest> input() {
    return GetDelegatedAccessTokenRequest.class;
  }

  @Override
  public boolean handsOutCredentials() {
    return true;
  }

  @Override
  public List<AccessRequest> requires(GetDelegatedAccessTokenRequest input, Call call, View view) {
    return List.of(StsRequests.on(view.home(), "sts:GetDelegatedAccessToken", "*"));
  }

  @Override
  public GetDelegatedAccessTokenResponse run(
      GetDelegatedAccessTokenRequest input, Call call, View view) {
    AccountId partner = view.home().id();
    TradeInTokens.TradedIn traded =
        tradeIns
            .open(SecretText.of(input.tradeInToken()), partner)
            .orElseThrow(StsErrors::invalidTradeInToken);
    Account owner = view.account(traded.owner()).orElseThrow(StsErrors::expiredTradeInToken);
    Delegation delegation =
        owner
            .delegations()
            .byId(traded.requestId())
            .filter(each -> isGood(each, owner, call.now()))
            .orElseThrow(StsErrors::expiredTradeInToken);
    Approver approver = Optional.ofNullable(delegation.approver()).orElseThrow();
    IssuedSession issued =
        IssuedSession.issue(
            session(delegation, approver, owner.id(), call.now()), tokens, call.ids());
    Instant end = delegation.sessionEnds();
    if (!call.usedOnce().claim(owner.id(), PURPOSE, delegation.id(), end)) {
      throw StsErrors.expiredTradeInToken();
    }
    return GetDelegatedAccessTokenResponse.builder()
        .credentials(issued.credentials())
        .packedPolicySize(issued.packedPolicySize())
        .assumedPrincipal(approver.identity().arn().toString())
        .build();
  }

  private static boolean isGood(Delegation delegation, Account owner, Instant now) {
    Approver approver = delegation.approver();
    return delegation.state() == State.FINALIZED
        && approver != null
        && now.isBefore(delegation.sessionEnds())
        && isThere(approver.identity().principalId(), owner);
  }

  private static boolean isThere(String principalId, Account owner) {
    return principalId.equals(owner.id().digits())
        || owner.users().byId(principalId).isPresent()
        || owner.roles().byId(principalId).isPresent();
  }

  /// The session says of its approver what the approver's own said, but for MFA, which nobody has
  /// shown for it.
  private static Session session(
      Delegation delegation, Approver approver, AccountId owner, Instant now) {
    AccountId partner = delegation.request().requestor();
    String name =
        approver.sessionName().isEmpty() ? DELEGATE + partner.digits() : approver.sessionName();
    return Session.ofDelegate(
            owner,
            approver.identity().principalId(),
            approver.principalArn(),
            name,
            now,
            delegation.sessionEnds(),
            partner)
        .withPolicies(delegation.request().policy(), List.of())
        .withTags(approver.tags(), approver.transitiveTagKeys())
        .withSourceIdentity(approver.sourceIdentity())
        .assumedBy(true, federation(approver));
  }

  private static @Nullable Federation federation(Approver approver) {
    String provider = approver.provider();
    return provider == null ? null : new Federation(provider, approver.providerKeys());
  }
}
