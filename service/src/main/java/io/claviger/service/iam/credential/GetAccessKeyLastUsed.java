package io.claviger.service.iam.credential;

import io.claviger.account.AccessKey;
import io.claviger.account.Account;
import io.claviger.account.Activity;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.Owner;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.AccessKeyLastUsed;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedRequest;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedResponse;

/// When, where and for which service an access key of the account was last used.
///
/// Permissions: `iam:GetAccessKeyLastUsed` on the user the key belongs to; on `*` where the account
/// has no such key.
///
/// AWS rule: IAM API Reference, "AccessKeyLastUsed": `N/A` for a key that was never used.
record GetAccessKeyLastUsed()
    implements ReadOperation<GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse> {

  private static final String ACTION = "iam:GetAccessKeyLastUsed";
  private static final String NEVER = "N/A";

  @Override
  public Class<GetAccessKeyLastUsedRequest> input() {
    return GetAccessKeyLastUsedRequest.class;
  }

  @Override
  public List<AccessRequest> requires(GetAccessKeyLastUsedRequest input, Call call, View view) {
    return List.of(
        owner(input, view.home())
            .map(owner -> Owner.accessTo(view.home(), ACTION, owner))
            .orElseGet(() -> IamResources.anything(view.home(), ACTION)));
  }

  @Override
  public GetAccessKeyLastUsedResponse run(GetAccessKeyLastUsedRequest input, Call call, View view) {
    Owner owner =
        owner(input, view.home()).orElseThrow(() -> IamErrors.noSuchAccessKey(input.accessKeyId()));
    Optional<Activity.Use> use =
        call.activity().lastUse(view.home().id(), Activity.Kind.ACCESS_KEY, input.accessKeyId());
    return GetAccessKeyLastUsedResponse.builder()
        .userName(owner.userName())
        .accessKeyLastUsed(
            AccessKeyLastUsed.builder()
                .lastUsedDate(use.map(Activity.Use::at).orElse(null))
                .serviceName(use.map(Activity.Use::service).orElse(NEVER))
                .region(use.map(Activity.Use::region).orElse(NEVER))
                .build())
        .build();
  }

  private static Optional<Owner> owner(GetAccessKeyLastUsedRequest input, Account home) {
    return home.accessKey(input.accessKeyId())
        .map(AccessKey::ownerId)
        .flatMap(id -> Owner.byId(id, home));
  }
}
