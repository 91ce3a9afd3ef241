package io.claviger.access;

import io.claviger.account.Base32;
import io.claviger.account.MfaDevice;
import io.claviger.account.SecretName;
import io.claviger.account.Secrets;
import io.claviger.account.UsedOnce;
import io.claviger.base.AccountId;
import io.claviger.base.SecretText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/// Checks the codes that a virtual MFA device shows. The code of the present step and of the one
/// before or after is good, and each step's only once, over all that ask for one.
///
/// AWS rule: IAM User Guide, "Using multi-factor authentication (MFA) in AWS"; RFC 6238, section
/// 5.2.
public final class MfaCodes {

  private static final int WINDOW_STEPS = 1;
  private static final String PURPOSE = "totp-step";

  private final Secrets secrets;
  private final UsedOnce usedOnce;

  public MfaCodes(Secrets secrets, UsedOnce usedOnce) {
    this.secrets = secrets;
    this.usedOnce = usedOnce;
  }

  /// Whether the device shows this code about now and it was not used before. If so, it is used
  /// from here on; that is durable before this returns.
  public boolean verify(AccountId account, MfaDevice device, String code, Instant now) {
    Optional<byte[]> seed = seed(account, device);
    if (seed.isEmpty() || !Totp.isCode(code)) {
      return false;
    }
    long present = Totp.step(now);
    for (long step = present - WINDOW_STEPS; step <= present + WINDOW_STEPS; step++) {
      if (matches(seed.get(), step, code) && claim(account, device, step)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the device showed the first code and, in the step after it, the second, which is of
  /// about now; what enabling and resynchronizing a device ask for. Both are used from here on.
  ///
  /// AWS rule: IAM API Reference, "EnableMFADevice".
  public boolean verifyConsecutive(
      AccountId account, MfaDevice device, String first, String second, Instant now) {
    Optional<byte[]> seed = seed(account, device);
    if (seed.isEmpty() || !Totp.isCode(first) || !Totp.isCode(second)) {
      return false;
    }
    long present = Totp.step(now);
    for (long step = present - WINDOW_STEPS; step <= present + WINDOW_STEPS; step++) {
      boolean matches = matches(seed.get(), step - 1, first) && matches(seed.get(), step, second);
      if (matches && claim(account, device, step - 1) && claim(account, device, step)) {
        return true;
      }
    }
    return false;
  }

  private Optional<byte[]> seed(AccountId account, MfaDevice device) {
    SecretName name = new SecretName(SecretName.Kind.MFA_SEED, device.path() + device.name());
    return secrets.find(account, name).map(SecretText::reveal).flatMap(Base32::decode);
  }

  private static boolean matches(byte[] seed, long step, String code) {
    return MessageDigest.isEqual(
        Totp.code(seed, step).getBytes(StandardCharsets.US_ASCII),
        code.getBytes(StandardCharsets.US_ASCII));
  }

  /// The mark begins with the step's digits, so a device's path cannot run into it.
  private boolean claim(AccountId account, MfaDevice device, long step) {
    String mark = step + ":" + device.path() + device.name();
    Instant until = Instant.ofEpochSecond((step + WINDOW_STEPS + 2) * Totp.STEP_SECONDS);
    return usedOnce.claim(account, PURPOSE, mark, until);
  }
}
