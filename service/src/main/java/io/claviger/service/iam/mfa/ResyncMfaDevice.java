package io.claviger.service.iam.mfa;

import io.claviger.account.Change;
import io.claviger.account.MfaDevice;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.Owner;
import java.util.List;
import software.amazon.awssdk.services.iam.model.ResyncMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.ResyncMfaDeviceResponse;

/// Learns from two codes in a row how far the clock of a user's device is off. From then on its
/// codes are compared with that.
///
/// Permissions: `iam:ResyncMFADevice` on the user.
record ResyncMfaDevice()
    implements WriteOperation<ResyncMfaDeviceRequest, ResyncMfaDeviceResponse> {

  @Override
  public Class<ResyncMfaDeviceRequest> input() {
    return ResyncMfaDeviceRequest.class;
  }

  @Override
  public Call prepare(ResyncMfaDeviceRequest input, Call call, View view) {
    return view.home()
        .users()
        .named(input.userName())
        .flatMap(user -> Devices.find(input.serialNumber(), new Owner.OfUser(user), view.home()))
        .map(device ->
            CheckedCodes.check(
                device, input.authenticationCode1(), input.authenticationCode2(), call, view))
        .orElse(call);
  }

  @Override
  public List<AccessRequest> requires(ResyncMfaDeviceRequest input, Call call, View view) {
    return List.of(IamResources.user(view.home(), "iam:ResyncMFADevice", input.userName()));
  }

  @Override
  public Outcome<ResyncMfaDeviceResponse> run(ResyncMfaDeviceRequest input, Call call, View view) {
    Owner owner = new Owner.OfUser(IamEntities.user(view.home(), input.userName()));
    MfaDevice device = Devices.require(input.serialNumber(), owner, view.home());
    MfaDevice synced = device.withDrift(CheckedCodes.require(device, call));
    return new Outcome<>(
        synced.equals(device) ? Change.NONE : Change.put(synced),
        ResyncMfaDeviceResponse.builder().build());
  }
}
