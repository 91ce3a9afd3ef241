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
public record MfaDevice(
    String path,
    String name,
    Instant created,
    Tags tags,
    @Nullable String ownerId,
    @Nullable Instant enabled)
    implements Tagged {

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
    return new MfaDevice(path, name, created, newTags, ownerId, enabled);
  }

  public MfaDevice enabledFor(String newOwnerId, Instant now) {
    return new MfaDevice(path, name, created, tags, newOwnerId, now);
  }

  public MfaDevice deactivated() {
    return new MfaDevice(path, name, created, tags, null, null);
  }
}
