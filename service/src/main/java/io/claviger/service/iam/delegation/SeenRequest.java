package io.claviger.service.iam.delegation;

import io.claviger.account.Account;
import io.claviger.account.Delegation;
import io.claviger.account.DelegationRequest;
import io.claviger.account.View;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.iam.IamResources;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A delegation request as an account sees it: one that it has taken over, or one that nobody has
/// and that it may.
///
/// AWS rule: IAM API Reference, "GetDelegationRequest": "If a delegation request has no owner or
/// owner account, GetDelegationRequest for that delegation request can be called by any account. If
/// the owner account is assigned but there is no owner id, only identities within that owner
/// account can call GetDelegationRequest".
///
/// @param delegation null where nobody has taken it over
record SeenRequest(DelegationRequest request, @Nullable Delegation delegation) {

  private static final String ARN_TYPE = "delegation-request/";

  /// The request of that id; empty when this account sees none.
  static Optional<SeenRequest> find(String id, View view) {
    Account home = view.home();
    Optional<SeenRequest> own = home.delegations().byId(id).map(SeenRequest::owned);
    return own.isPresent() ? own : untaken(id, view);
  }

  private static Optional<SeenRequest> untaken(String id, View view) {
    return DelegationRequest.requestorOf(id)
        .flatMap(view::account)
        .flatMap(requestor -> requestor.delegationRequests().byId(id))
        .filter(request -> request.isFor(view.home().id()))
        .filter(_ -> view.accountWithDelegation(id).isEmpty())
        .map(request -> new SeenRequest(request, null));
  }

  /// The request of that id.
  ///
  /// @throws io.claviger.wire.ServiceError when this account sees none
  static SeenRequest require(String id, View view) {
    return find(id, view).orElseThrow(() -> DelegationErrors.noSuchRequest(id));
  }

  /// The request of that id that the account has taken over.
  ///
  /// @throws io.claviger.wire.ServiceError when it has taken over none
  static Delegation requireOwned(String id, Account home) {
    return home.delegations().byId(id).orElseThrow(() -> DelegationErrors.noSuchRequest(id));
  }

  static SeenRequest owned(Delegation delegation) {
    return new SeenRequest(delegation.request(), delegation);
  }

  /// The action on the request of that id. Whether there is one or not, it is one of the account's.
  static AccessRequest access(View view, String action, String id) {
    AccessRequest request = IamResources.on(view.home(), action, arn(view.home(), id));
    return view.home()
        .delegations()
        .byId(id)
        .map(owned ->
            IamResources.with(
                request, "iam:DelegationRequestOwner", owned.owner().arn().toString()))
        .orElse(request);
  }

  private static String arn(Account home, String id) {
    return Arn.iam(home.id(), ARN_TYPE + id).toString();
  }

  /// The id in the ARN of a delegation request; empty in any other ARN.
  static Optional<String> idIn(Arn arn) {
    return arn.service().equals("iam") && arn.resource().startsWith(ARN_TYPE)
        ? Optional.of(arn.resource().substring(ARN_TYPE.length()))
        : Optional.empty();
  }

  /// As AWS calls it.
  String state(Instant now) {
    if (!now.isBefore(expires())) {
      return "EXPIRED";
    }
    return delegation == null ? "UNASSIGNED" : delegation.state().name();
  }

  Instant expires() {
    return delegation == null ? request.expires() : delegation.expires();
  }
}
