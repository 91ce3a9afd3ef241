package io.claviger.service.iam.mfa;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.EntityKind;
import io.claviger.account.MfaDevice;
import io.claviger.account.Quota;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.IamTags;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/// Makes a virtual MFA device, which is nobody's until it is enabled. The answer is the only place
/// its seed is ever shown.
///
/// Permissions: `iam:CreateVirtualMFADevice` on the new device; with tags also `iam:TagMFADevice`.
record CreateVirtualMfaDevice()
    implements WriteOperation<CreateVirtualMfaDeviceRequest, CreateVirtualMfaDeviceResponse> {

  /// The longest serial number that the API model lets other operations take.
  private static final int SERIAL_LENGTH = 256;

  @Override
  public Class<CreateVirtualMfaDeviceRequest> input() {
    return CreateVirtualMfaDeviceRequest.class;
  }

  @Override
  public Call prepare(CreateVirtualMfaDeviceRequest input, Call call, View view) {
    String alias = view.home().settings().alias();
    String account = Objects.requireNonNullElse(alias, view.home().id().digits());
    return call.withPrepared(Seed.generate(call.ids(), input.virtualMFADeviceName(), account));
  }

  @Override
  public List<AccessRequest> requires(CreateVirtualMfaDeviceRequest input, Call call, View view) {
    return IamResources.creating(
        IamResources.toBe(
            view.home(),
            "iam:CreateVirtualMFADevice",
            "mfa",
            input.path(),
            input.virtualMFADeviceName()),
        "iam:TagMFADevice",
        IamTags.given(input.tags()),
        null);
  }

  @Override
  public Outcome<CreateVirtualMfaDeviceResponse> run(
      CreateVirtualMfaDeviceRequest input, Call call, View view) {
    Seed seed = (Seed) Objects.requireNonNull(call.prepared());
    MfaDevice device =
        new MfaDevice(
            Objects.requireNonNullElse(input.path(), "/"),
            input.virtualMFADeviceName(),
            call.now(),
            IamTags.of(input.tags(), "TagsPerMFADevice"),
            null,
            null);
    requireRoom(device, view.home());
    return new Outcome<>(
        Change.put(device).andSecret(Devices.seedName(device), seed.base32()),
        CreateVirtualMfaDeviceResponse.builder()
            .virtualMFADevice(shown(device, seed, view.home()))
            .build());
  }

  private void requireRoom(MfaDevice device, Account home) {
    if (device.serial(home.id()).toString().length() > SERIAL_LENGTH) {
      throw IamErrors.serialTooLong(device.serial(home.id()).toString(), SERIAL_LENGTH);
    }
    if (home.mfaDevices().named(device.path() + device.name()).isPresent()) {
      throw IamErrors.mfaDeviceExists();
    }
    // AWS rule: "IAM and AWS STS quotas": as many virtual MFA devices as users.
    int most = home.quotas().of(Quota.USERS);
    if (home.count(EntityKind.MFA_DEVICE) >= most) {
      throw IamErrors.limitExceeded("VirtualMFADevicesPerAccount", most);
    }
  }

  private static VirtualMFADevice shown(MfaDevice device, Seed seed, Account home) {
    VirtualMFADevice.Builder shown =
        VirtualMFADevice.builder()
            .serialNumber(device.serial(home.id()).toString())
            .base32StringSeed(seed.shown())
            .qrCodePNG(seed.png());
    return device.tags().all().isEmpty()
        ? shown.build()
        : shown.tags(IamTags.shown(device.tags().all())).build();
  }
}
