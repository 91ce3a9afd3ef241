package io.claviger.service.iam.delegation;

import io.claviger.account.Account;
import io.claviger.account.Delegation;
import io.claviger.account.View;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.ListDelegationRequestsRequest;
import software.amazon.awssdk.services.iam.model.ListDelegationRequestsResponse;

/// Lists the delegation requests that identities of the account have taken over, or those of one
/// owner.
///
/// Permissions: `iam:ListDelegationRequests`.
///
/// AWS rule: IAM API Reference, "ListDelegationRequests".
record ListDelegationRequests()
    implements ReadOperation<ListDelegationRequestsRequest, ListDelegationRequestsResponse> {

  @Override
  public Class<ListDelegationRequestsRequest> input() {
    return ListDelegationRequestsRequest.class;
  }

  @Override
  public List<AccessRequest> requires(ListDelegationRequestsRequest input, Call call, View view) {
    AccessRequest list = IamResources.anything(view.home(), "iam:ListDelegationRequests");
    String owner = input.ownerId();
    return List.of(
        owner == null ? list : IamResources.with(list, "iam:DelegationRequestOwner", owner));
  }

  @Override
  public ListDelegationRequestsResponse run(
      ListDelegationRequestsRequest input, Call call, View view) {
    Account home = view.home();
    String owner = input.ownerId();
    requireOwner(owner, home);
    Page<Delegation> page =
        Page.of(
            Page.Request.of(input, input.maxItems(), input.marker()),
            home.delegations()::inOrder,
            Delegation::id,
            each -> owner == null || each.owner().arn().toString().equals(owner));
    return ListDelegationRequestsResponse.builder()
        .delegationRequests(
            page.items().stream()
                .map(each -> ShownDelegation.of(SeenRequest.owned(each), home.id(), call.now()))
                .toList())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  /// Whoever owned a request and is gone since may still be asked for.
  private static void requireOwner(@Nullable String owner, Account home) {
    if (owner == null) {
      return;
    }
    Arn arn = Arn.find(owner).orElseThrow(() -> IamErrors.invalidArn(owner));
    boolean isIdentity =
        arn.service().equals("iam")
            ? arn.resource().equals("root") || arn.resource().startsWith("user/")
            : arn.service().equals("sts") && arn.resource().startsWith("assumed-role/");
    if (!isIdentity) {
      throw DelegationErrors.notAnIdentity(owner);
    }
    if (!arn.account().equals(home.id().digits())) {
      throw DelegationErrors.noSuchOwner(owner);
    }
  }
}
