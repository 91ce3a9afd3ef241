package io.claviger.service.iam.mfa;

import io.claviger.account.MfaDevice;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.Owner;
import io.claviger.service.iam.Page;
import java.util.List;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.MFADevice;

/// The MFA devices that are enabled for a user, or for the caller itself, root included.
///
/// Permissions: `iam:ListMFADevices` on the user.
record ListMfaDevices() implements ReadOperation<ListMfaDevicesRequest, ListMfaDevicesResponse> {

  @Override
  public Class<ListMfaDevicesRequest> input() {
    return ListMfaDevicesRequest.class;
  }

  @Override
  public List<AccessRequest> requires(ListMfaDevicesRequest input, Call call, View view) {
    return List.of(Owner.access(view.home(), "iam:ListMFADevices", input.userName(), call));
  }

  @Override
  public ListMfaDevicesResponse run(ListMfaDevicesRequest input, Call call, View view) {
    Owner owner = Owner.of(input.userName(), call, view.home());
    Page<MfaDevice> page =
        Page.ofShort(
            Page.Request.of(input, input.maxItems(), input.marker()),
            view.home().mfaDevicesOf(owner.id()),
            device -> device.path() + device.name());
    return ListMfaDevicesResponse.builder()
        .mfaDevices(page.map(device -> shown(device, owner, view)).items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  private static MFADevice shown(MfaDevice device, Owner owner, View view) {
    return MFADevice.builder()
        .userName(owner.userName())
        .serialNumber(device.serial(view.home().id()).toString())
        .enableDate(device.enabled())
        .build();
  }
}
