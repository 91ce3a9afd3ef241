package io.claviger.service.iam.mfa;

import io.claviger.account.Change;
import io.claviger.account.MfaDevice;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DeleteVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeleteVirtualMfaDeviceResponse;

/// Deletes a virtual MFA device that is nobody's, and erases its seed.
///
/// Permissions: `iam:DeleteVirtualMFADevice` on the device.
///
/// AWS rule: IAM API Reference, "DeleteVirtualMFADevice": "You must deactivate a user's virtual MFA
/// device before you can delete it."
record DeleteVirtualMfaDevice()
    implements WriteOperation<DeleteVirtualMfaDeviceRequest, DeleteVirtualMfaDeviceResponse> {

  @Override
  public Class<DeleteVirtualMfaDeviceRequest> input() {
    return DeleteVirtualMfaDeviceRequest.class;
  }

  @Override
  public List<AccessRequest> requires(DeleteVirtualMfaDeviceRequest input, Call call, View view) {
    return List.of(
        IamResources.mfaDevice(view.home(), "iam:DeleteVirtualMFADevice", input.serialNumber()));
  }

  @Override
  public Outcome<DeleteVirtualMfaDeviceResponse> run(
      DeleteVirtualMfaDeviceRequest input, Call call, View view) {
    MfaDevice device = IamEntities.mfaDevice(view.home(), input.serialNumber());
    if (device.ownerId() != null) {
      throw IamErrors.mfaDeviceIsEnabled();
    }
    return new Outcome<>(
        Change.remove(device.key()).andErase(Devices.seedName(device)),
        DeleteVirtualMfaDeviceResponse.builder().build());
  }
}
