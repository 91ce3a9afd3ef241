package io.claviger.service.iam.mfa;

import io.claviger.account.Account;
import io.claviger.account.MfaDevice;
import io.claviger.account.SecretName;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.Owner;
import java.util.Optional;

/// Virtual MFA devices, as the operations find them.
final class Devices {

  private Devices() {}

  /// Where a device's seed is stored.
  static SecretName seedName(MfaDevice device) {
    return new SecretName(SecretName.Kind.MFA_SEED, device.path() + device.name());
  }

  /// The device of that serial number, if it is enabled for the owner.
  static Optional<MfaDevice> find(String serial, Owner owner, Account home) {
    return home.mfaDevicesOf(owner.id()).stream()
        .filter(device -> device.serial(home.id()).toString().equals(serial))
        .findFirst();
  }

  /// The same device. One that is enabled for somebody else is as good as none.
  static MfaDevice require(String serial, Owner owner, Account home) {
    return find(serial, owner, home).orElseThrow(IamErrors::noSuchMfaDevice);
  }
}
