package io.claviger.service.sts;

import io.claviger.access.CallerIdentity;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import java.util.List;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/// Tells the caller who it is.
///
/// Permissions: none, and none can be taken away: a denial would tell the same.
///
/// AWS rule: STS API Reference, "GetCallerIdentity".
record GetCallerIdentity()
    implements ReadOperation<GetCallerIdentityRequest, GetCallerIdentityResponse> {

  @Override
  public Class<GetCallerIdentityRequest> input() {
    return GetCallerIdentityRequest.class;
  }

  @Override
  public List<AccessRequest> requires(GetCallerIdentityRequest input, Call call, View view) {
    return List.of();
  }

  @Override
  public boolean needsPermission() {
    return false;
  }

  @Override
  public GetCallerIdentityResponse run(GetCallerIdentityRequest input, Call call, View view) {
    CallerIdentity caller = CallerIdentity.of(call.caller()).orElseThrow();
    return GetCallerIdentityResponse.builder()
        .account(caller.account().digits())
        .arn(caller.arn().toString())
        .userId(caller.userId())
        .build();
  }
}
