package io.claviger.service.iam.mfa;

import io.claviger.account.MfaDevice;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.Owner;
import java.util.List;
import software.amazon.awssdk.services.iam.model.GetMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.GetMfaDeviceResponse;

/// One MFA device that is enabled for a user, or for the caller itself, root included.
///
/// Permissions: `iam:GetMFADevice` on the user.
record GetMfaDevice() implements ReadOperation<GetMfaDeviceRequest, GetMfaDeviceResponse> {

  @Override
  public Class<GetMfaDeviceRequest> input() {
    return GetMfaDeviceRequest.class;
  }

  @Override
  public List<AccessRequest> requires(GetMfaDeviceRequest input, Call call, View view) {
    return List.of(Owner.access(view.home(), "iam:GetMFADevice", input.userName(), call));
  }

  @Override
  public GetMfaDeviceResponse run(GetMfaDeviceRequest input, Call call, View view) {
    Owner owner = Owner.of(input.userName(), call, view.home());
    MfaDevice device = Devices.require(input.serialNumber(), owner, view.home());
    return GetMfaDeviceResponse.builder()
        .userName(owner.userName())
        .serialNumber(input.serialNumber())
        .enableDate(device.enabled())
        .build();
  }
}
