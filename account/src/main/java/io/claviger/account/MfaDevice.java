package io.claviger.account;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A virtual MFA device. Its seed is in [Secrets] under [SecretName.Kind#MFA_SEED].
///
/// @param path begins and ends with a slash
/// @param name unique among the account's devices of that path
/// @param ownerId the user's unique id, of the root user the account id, or null while not enabled
/// @param enabled when it was enabled, or null
/// @param driftSteps by how many steps of 30 seconds its clock was found to be ahead, negative for
///   behind; null when it is right
public record MfaDevice(
    String path,
    String name,
    Instant created,
    Tags tags,
    @Nullable String ownerId,
    @Nullable Instant enabled,
    @Nullable Integer driftSteps)
    implements Tagged {

  /// A device whose clock is right.
  public MfaDevice(
      String path,
      String name,
      Instant created,
      Tags tags,
      @Nullable String ownerId,
      @Nullable Instant enabled) {
    this(path, name, created, tags, ownerId, enabled, null);
  }

  /// The device's serial number, which is its ARN: `arn:aws:iam::123456789012:mfa/name`.
  public Arn serial(AccountId account) {
    return Arn.iam(account, "mfa" + path + name);
  }

  @Override
  public EntityKey key() {
    return new EntityKey(EntityKind.MFA_DEVICE, path + name);
  }

  @Override
  public MfaDevice withTags(Tags newTags) {
    return new MfaDevice(path, name, created, newTags, ownerId, enabled, driftSteps);
  }

  public MfaDevice enabledFor(String newOwnerId, Instant now) {
    return new MfaDevice(path, name, created, tags, newOwnerId, now, driftSteps);
  }

  /// The device, with what was found of its clock.
  ///
  /// @param steps 0 when it is right
  public MfaDevice withDrift(int steps) {
    return new MfaDevice(path, name, created, tags, ownerId, enabled, steps == 0 ? null : steps);
  }

  public MfaDevice deactivated() {
    return new MfaDevice(path, name, created, tags, null, null);
  }
}
