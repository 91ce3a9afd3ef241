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
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Checks the codes that a virtual MFA device shows. The code of the present step and of the one
/// before or after is good, and each step's only once, over all that ask for one.
///
/// Of a device, five wrong codes are looked at in each quarter of an hour, so ten at most in any
/// fifteen minutes, whatever session or operation brings them; then right ones are wrong as well,
/// until the next begins. A guess is counted before it is looked at, so that many at once gain
/// nothing, and forgotten when it is right.
///
/// AWS rule: IAM User Guide, "Using multi-factor authentication (MFA) in AWS"; RFC 6238, section
/// 5.2.
public final class MfaCodes {

  private static final int WINDOW_STEPS = 1;
  private static final int MOST_DRIFT_STEPS = 20;
  private static final String STEP = "totp-step";
  private static final String GUESS = "totp-guess";
  private static final int MOST_GUESSES = 5;
  private static final long WINDOW_SECONDS = 900;

  private final Secrets secrets;
  private final UsedOnce usedOnce;

  public MfaCodes(Secrets secrets, UsedOnce usedOnce) {
    this.secrets = secrets;
    this.usedOnce = usedOnce;
  }

  /// Whether the device shows this code about now and it was not used before. If so, it is used
  /// from here on; that is durable before this returns.
  public boolean verify(AccountId account, MfaDevice device, String code, Instant now) {
    Integer drift = device.driftSteps();
    long shown = Totp.step(now) + (drift == null ? 0 : drift);
    return Totp.isCode(code)
        && goodStep(
                account,
                device,
                now,
                LongStream.rangeClosed(shown - WINDOW_STEPS, shown + WINDOW_STEPS),
                (seed, step) -> matches(seed, step, code),
                step -> claim(account, device, step))
            .isPresent();
  }

  /// By how many steps the clock of a device is ahead that showed the first code and, in the step
  /// after it, the second, negative for behind; what enabling and resynchronizing a device ask for.
  /// A step more or less is none: codes take their time to be typed. Both codes are used from here
  /// on. Empty when they are not the device's, or further from now than ten minutes.
  ///
  /// AWS rule: IAM API Reference, "EnableMFADevice"; IAM User Guide, "Assign MFA devices": whoever
  /// waits too long with the codes has a device that is out of sync, and can resync it. How far off
  /// it may be, AWS does not say. Rule: RFC 6238, section 6.
  public OptionalInt verifyConsecutive(
      AccountId account, MfaDevice device, String first, String second, Instant now) {
    if (!Totp.isCode(first) || !Totp.isCode(second)) {
      return OptionalInt.empty();
    }
    long present = Totp.step(now);
    OptionalLong good =
        goodStep(
            account,
            device,
            now,
            LongStream.rangeClosed(present - MOST_DRIFT_STEPS, present + MOST_DRIFT_STEPS),
            (seed, step) -> matches(seed, step - 1, first) && matches(seed, step, second),
            step -> claim(account, device, step - 1) && claim(account, device, step));
    if (good.isEmpty()) {
      return OptionalInt.empty();
    }
    int drift = Math.toIntExact(good.getAsLong() - present);
    return OptionalInt.of(Math.abs(drift) <= WINDOW_STEPS ? 0 : drift);
  }

  /// What is shown, tried at one step.
  private interface Shown {
    boolean isOf(byte[] seed, long step);
  }

  /// The step among these that what is shown is of and that can be claimed.
  private OptionalLong goodStep(
      AccountId account,
      MfaDevice device,
      Instant now,
      LongStream steps,
      Shown shown,
      LongPredicate claim) {
    Optional<byte[]> seed = seed(account, device);
    Optional<String> guess = seed.flatMap(_ -> guess(account, device, now));
    if (seed.isEmpty() || guess.isEmpty()) {
      return OptionalLong.empty();
    }
    long[] right = steps.filter(step -> shown.isOf(seed.get(), step)).toArray();
    if (right.length == 0) {
      return OptionalLong.empty();
    }
    // A right code that was used before tells a guesser nothing, since the answer is the same.
    usedOnce.release(account, GUESS, guess.get());
    return LongStream.of(right).filter(claim).findFirst();
  }

  /// The mark of one more guess, or empty when there were too many.
  private Optional<String> guess(AccountId account, MfaDevice device, Instant now) {
    long window = Math.floorDiv(now.getEpochSecond(), WINDOW_SECONDS);
    Instant until = Instant.ofEpochSecond((window + 1) * WINDOW_SECONDS);
    return IntStream.range(0, MOST_GUESSES)
        .mapToObj(i -> window + ":" + i + ":" + device.path() + device.name())
        .filter(mark -> usedOnce.claim(account, GUESS, mark, until))
        .findFirst();
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

  /// The mark begins with the step's digits, so a device's path cannot run into it. It is kept as
  /// long as the step's code can be good for the device whose clock is furthest behind.
  private boolean claim(AccountId account, MfaDevice device, long step) {
    String mark = step + ":" + device.path() + device.name();
    Instant until =
        Instant.ofEpochSecond((step + MOST_DRIFT_STEPS + WINDOW_STEPS + 2) * Totp.STEP_SECONDS);
    return usedOnce.claim(account, STEP, mark, until);
  }
}
