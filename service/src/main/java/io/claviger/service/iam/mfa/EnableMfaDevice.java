package io.claviger.service.iam.mfa;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.MfaDevice;
import io.claviger.account.Quotas;
import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.EnableMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.EnableMfaDeviceResponse;

/// Makes a free virtual MFA device a user's, against two codes in a row that it shows. The root
/// user, which has no name, cannot be given one here.
///
/// Permissions: `iam:EnableMFADevice` on the user.
record EnableMfaDevice()
    implements WriteOperation<EnableMfaDeviceRequest, EnableMfaDeviceResponse> {

  @Override
  public Class<EnableMfaDeviceRequest> input() {
    return EnableMfaDeviceRequest.class;
  }

  @Override
  public Call prepare(EnableMfaDeviceRequest input, Call call, View view) {
    Account home = view.home();
    Optional<MfaDevice> free =
        home.users().named(input.userName()).isPresent()
            ? IamEntities.findMfaDevice(home, input.serialNumber())
                .filter(device -> device.ownerId() == null)
            : Optional.empty();
    return free.map(device ->
            CheckedCodes.check(
                device, input.authenticationCode1(), input.authenticationCode2(), call, view))
        .orElse(call);
  }

  @Override
  public List<AccessRequest> requires(EnableMfaDeviceRequest input, Call call, View view) {
    return List.of(IamResources.user(view.home(), "iam:EnableMFADevice", input.userName()));
  }

  @Override
  public Outcome<EnableMfaDeviceResponse> run(EnableMfaDeviceRequest input, Call call, View view) {
    User user = IamEntities.user(view.home(), input.userName());
    MfaDevice device = IamEntities.mfaDevice(view.home(), input.serialNumber());
    if (device.ownerId() != null) {
      throw IamErrors.mfaDeviceInUse();
    }
    if (view.home().mfaDevicesOf(user.id()).size() >= Quotas.MFA_DEVICES_PER_USER) {
      throw IamErrors.limitExceeded("MFADevicesPerUser", Quotas.MFA_DEVICES_PER_USER);
    }
    int drift = CheckedCodes.require(device, call);
    return new Outcome<>(
        Change.put(device.enabledFor(user.id(), call.now()).withDrift(drift)),
        EnableMfaDeviceResponse.builder().build());
  }
}
