package io.claviger.service.iam.mfa;

import io.claviger.access.MfaCodes;
import io.claviger.account.MfaDevice;
import io.claviger.account.View;
import io.claviger.service.Call;
import io.claviger.service.iam.IamErrors;

/// What the check of two codes in a row said, and of which device.
///
/// Codes are checked before the head is held, since marking them as used waits for the disk.
record CheckedCodes(MfaDevice device, boolean areGood) {

  /// Checks the codes, which are used from here on if they are good.
  static Call check(MfaDevice device, String first, String second, Call call, View view) {
    boolean areGood =
        new MfaCodes(call.secrets(), call.usedOnce())
            .verifyConsecutive(view.home().id(), device, first, second, call.now());
    return call.withPrepared(new CheckedCodes(device, areGood));
  }

  /// Lets only a call pass whose codes were good, for the device as it still is.
  ///
  /// @throws io.claviger.wire.ServiceError `InvalidAuthenticationCode`
  static void require(MfaDevice device, Call call) {
    boolean areGood =
        call.prepared() instanceof CheckedCodes checked
            && checked.areGood()
            && checked.device().equals(device);
    if (!areGood) {
      throw IamErrors.wrongMfaCodes();
    }
  }
}
