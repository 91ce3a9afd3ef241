package io.claviger.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an account has once: its alias, its password policy, its quotas and its preferences.
///
/// @param created when the account, and so its root user, was made
/// @param alias null where none is set
/// @param passwordPolicy null where AWS's default holds
/// @param quotas null where all are AWS's defaults
/// @param tokenVersion null where none was chosen, which is the first
public record AccountSettings(
    Instant created,
    @Nullable String alias,
    @Nullable PasswordPolicy passwordPolicy,
    @Nullable Quotas quotas,
    @Nullable TokenVersion tokenVersion)
    implements Entity {

  public static final EntityKey KEY = new EntityKey(EntityKind.ACCOUNT_SETTINGS, "");

  /// Those of a new account.
  public static AccountSettings initial(Instant created) {
    return new AccountSettings(created, null, null, null, null);
  }

  @Override
  public EntityKey key() {
    return KEY;
  }

  public AccountSettings withAlias(@Nullable String newAlias) {
    return new AccountSettings(created, newAlias, passwordPolicy, quotas, tokenVersion);
  }

  public AccountSettings withPasswordPolicy(@Nullable PasswordPolicy policy) {
    return new AccountSettings(created, alias, policy, quotas, tokenVersion);
  }

  public AccountSettings withQuotas(@Nullable Quotas newQuotas) {
    return new AccountSettings(created, alias, passwordPolicy, newQuotas, tokenVersion);
  }

  public AccountSettings withTokenVersion(@Nullable TokenVersion version) {
    return new AccountSettings(created, alias, passwordPolicy, quotas, version);
  }
}
