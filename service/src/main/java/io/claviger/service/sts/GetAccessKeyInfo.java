package io.claviger.service.sts;

import io.claviger.account.Ids;
import io.claviger.account.View;
import io.claviger.base.AccountId;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoRequest;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoResponse;

/// Tells which account an access key id belongs to, whether or not the key still exists.
///
/// Permissions: `sts:GetAccessKeyInfo`, which has no resource type.
///
/// AWS rule: STS API Reference, "GetAccessKeyInfo".
record GetAccessKeyInfo()
    implements ReadOperation<GetAccessKeyInfoRequest, GetAccessKeyInfoResponse> {

  @Override
  public Class<GetAccessKeyInfoRequest> input() {
    return GetAccessKeyInfoRequest.class;
  }

  @Override
  public List<AccessRequest> requires(GetAccessKeyInfoRequest input, Call call, View view) {
    return List.of(StsRequests.on(view.home(), "sts:GetAccessKeyInfo", "*"));
  }

  @Override
  public GetAccessKeyInfoResponse run(GetAccessKeyInfoRequest input, Call call, View view) {
    String keyId = input.accessKeyId();
    AccountId account =
        view.accountOfForeignKey(keyId)
            .or(() -> carried(keyId, view))
            .orElseThrow(() -> StsErrors.noSuchAccessKey(keyId));
    return GetAccessKeyInfoResponse.builder().account(account.digits()).build();
  }

  /// The account that the id carries, where there is one of that number.
  private static Optional<AccountId> carried(String keyId, View view) {
    return Ids.accountOf(keyId).filter(account -> view.account(account).isPresent());
  }
}
