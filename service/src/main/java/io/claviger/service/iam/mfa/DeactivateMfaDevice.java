package io.claviger.service.iam.mfa;

import io.claviger.account.Change;
import io.claviger.account.MfaDevice;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.Owner;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DeactivateMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeactivateMfaDeviceResponse;

/// Takes a virtual MFA device from its user. The device stays and can be enabled again.
///
/// Permissions: `iam:DeactivateMFADevice` on the user.
///
/// AWS rule: IAM API Reference, "DeactivateMFADevice": root's own credentials must name a user, so
/// that a stolen key of root cannot take root's MFA away.
record DeactivateMfaDevice()
    implements WriteOperation<DeactivateMfaDeviceRequest, DeactivateMfaDeviceResponse> {

  @Override
  public Class<DeactivateMfaDeviceRequest> input() {
    return DeactivateMfaDeviceRequest.class;
  }

  @Override
  public List<AccessRequest> requires(DeactivateMfaDeviceRequest input, Call call, View view) {
    return List.of(Owner.access(view.home(), "iam:DeactivateMFADevice", input.userName(), call));
  }

  @Override
  public Outcome<DeactivateMfaDeviceResponse> run(
      DeactivateMfaDeviceRequest input, Call call, View view) {
    Owner owner = Owner.of(input.userName(), call, view.home());
    if (owner instanceof Owner.OfRoot) {
      throw IamErrors.userNameMissing();
    }
    MfaDevice device = Devices.require(input.serialNumber(), owner, view.home());
    return new Outcome<>(
        Change.put(device.deactivated()), DeactivateMfaDeviceResponse.builder().build());
  }
}
