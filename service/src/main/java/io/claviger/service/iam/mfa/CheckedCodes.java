package io.claviger.service.iam.mfa;

import io.claviger.access.MfaCodes;
import io.claviger.account.MfaDevice;
import io.claviger.account.View;
import io.claviger.service.Call;
import io.claviger.service.iam.IamErrors;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What the check of two codes in a row said, and of which device.
///
/// Codes are checked before the head is held, since marking them as used waits for the disk.
///
/// @param driftSteps by how many steps the device's clock is ahead; null when the codes are wrong
record CheckedCodes(MfaDevice device, @Nullable Integer driftSteps) {

  /// Checks the codes, which are used from here on if they are good.
  static Call check(MfaDevice device, String first, String second, Call call, View view) {
    OptionalInt drift =
        new MfaCodes(call.secrets(), call.usedOnce())
            .verifyConsecutive(view.home().id(), device, first, second, call.now());
    return call.withPrepared(new CheckedCodes(device, drift.isPresent() ? drift.getAsInt() : null));
  }

  /// Lets only a call pass whose codes were good, for the device as it still is.
  ///
  /// @return by how many steps the device's clock is ahead
  /// @throws io.claviger.wire.ServiceError `InvalidAuthenticationCode`
  static int require(MfaDevice device, Call call) {
    if (call.prepared() instanceof CheckedCodes(MfaDevice checked, Integer driftSteps)
        && driftSteps != null
        && checked.equals(device)) {
      return driftSteps;
    }
    throw IamErrors.wrongMfaCodes();
  }
}
