package io.claviger.service.sts;

import io.claviger.access.Caller;
import io.claviger.access.MfaCodes;
import io.claviger.account.Account;
import io.claviger.account.Accounts;
import io.claviger.account.MfaDevice;
import io.claviger.base.AccountId;
import io.claviger.service.Call;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The multi-factor authentication that a request to STS carries: the caller's own device and the
/// code it shows.
///
/// AWS rule: IAM User Guide, "Configuring MFA-protected API access".
final class CallerMfa {

  private CallerMfa() {}

  /// What a call is prepared with that carried MFA.
  record Shown() {}

  /// Whether the call was prepared by [#verify] and carried MFA.
  static boolean isShown(Call call) {
    return call.prepared() instanceof Shown;
  }

  /// The call, and where it carries MFA with the mark that it was good; the code is used up then.
  /// Blocks for the disk.
  ///
  /// @param serialNumber the device's ARN, or null
  /// @throws io.claviger.wire.ServiceError when it is incomplete, the device is not the caller's or
  ///   the code is wrong or used
  static Call verify(
      @Nullable String serialNumber, @Nullable String tokenCode, Call call, Accounts accounts) {
    if (serialNumber == null && tokenCode == null) {
      return call;
    }
    if (serialNumber == null || tokenCode == null) {
      throw StsErrors.mfaIncomplete();
    }
    AccountId account = call.caller().accountId().orElseThrow(StsErrors::mfaDeviceNotTheCallers);
    MfaDevice device =
        accounts
            .account(account)
            .flatMap(found -> device(found, call.caller(), serialNumber))
            .orElseThrow(StsErrors::mfaDeviceNotTheCallers);
    MfaCodes codes = new MfaCodes(call.secrets(), call.usedOnce());
    if (!codes.verify(account, device, tokenCode, call.now())) {
      throw StsErrors.wrongMfaCode();
    }
    return call.withPrepared(new Shown());
  }

  private static Optional<MfaDevice> device(Account account, Caller caller, String serialNumber) {
    return ownerId(caller).stream()
        .flatMap(owner -> account.mfaDevicesOf(owner).stream())
        .filter(device -> device.serial(account.id()).toString().equals(serialNumber))
        .findFirst();
  }

  /// Whom the caller's devices belong to: sessions of roles and federated users have none.
  private static Optional<String> ownerId(Caller caller) {
    return switch (caller) {
      case Caller.Root root -> Optional.of(root.account().digits());
      case Caller.IamUser user -> Optional.of(user.userId());
      case Caller.RoleSession _, Caller.FederatedUser _, Caller.Federated _, Caller.Anonymous _ ->
          Optional.empty();
    };
  }
}
