package io.claviger.service.iam.mfa;

import io.claviger.account.Account;
import io.claviger.account.MfaDevice;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.Owner;
import io.claviger.service.iam.Page;
import io.claviger.service.iam.user.ShownUser;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.User;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/// The account's virtual MFA devices with their users, without seeds and tags.
///
/// Permissions: `iam:ListVirtualMFADevices` on `mfa/`.
record ListVirtualMfaDevices()
    implements ReadOperation<ListVirtualMfaDevicesRequest, ListVirtualMfaDevicesResponse> {

  @Override
  public Class<ListVirtualMfaDevicesRequest> input() {
    return ListVirtualMfaDevicesRequest.class;
  }

  @Override
  public List<AccessRequest> requires(ListVirtualMfaDevicesRequest input, Call call, View view) {
    return List.of(IamResources.listed(view.home(), "iam:ListVirtualMFADevices", "mfa", null));
  }

  @Override
  public ListVirtualMfaDevicesResponse run(
      ListVirtualMfaDevicesRequest input, Call call, View view) {
    Page<MfaDevice> page =
        Page.of(
            Page.Request.of(input, input.maxItems(), input.marker()),
            view.home().mfaDevices()::inOrder,
            device -> device.path() + device.name(),
            device -> isAsked(device, input.assignmentStatusAsString()));
    return ListVirtualMfaDevicesResponse.builder()
        .virtualMFADevices(page.map(device -> shown(device, view.home())).items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  /// AWS rule: IAM API Reference, "ListVirtualMFADevices": "the operation defaults to `Any`".
  private static boolean isAsked(MfaDevice device, @Nullable String status) {
    return switch (status) {
      case "Assigned" -> device.ownerId() != null;
      case "Unassigned" -> device.ownerId() == null;
      case null, default -> true;
    };
  }

  private static VirtualMFADevice shown(MfaDevice device, Account home) {
    return VirtualMFADevice.builder()
        .serialNumber(device.serial(home.id()).toString())
        .enableDate(device.enabled())
        .user(user(device, home).orElse(null))
        .build();
  }

  private static Optional<User> user(MfaDevice device, Account home) {
    return Optional.ofNullable(device.ownerId())
        .flatMap(id -> Owner.byId(id, home))
        .map(owner ->
            switch (owner) {
              case Owner.OfUser(var user) -> ShownUser.listed(user, home.id()).build();
              case Owner.OfRoot _ -> ShownUser.root(home).build();
            });
  }
}
