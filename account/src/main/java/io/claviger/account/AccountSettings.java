package io.claviger.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an account has once: its alias, its password policy and its quotas.
///
/// @param created when the account, and so its root user, was made
/// @param alias null where none is set
/// @param passwordPolicy null where AWS's default holds
/// @param quotas null where all are AWS's defaults
public record AccountSettings(
    Instant created,
    @Nullable String alias,
    @Nullable PasswordPolicy passwordPolicy,
    @Nullable Quotas quotas)
    implements Entity {

  public static final EntityKey KEY = new EntityKey(EntityKind.ACCOUNT_SETTINGS, "");

  /// Those of a new account.
  public static AccountSettings initial(Instant created) {
    return new AccountSettings(created, null, null, null);
  }

  @Override
  public EntityKey key() {
    return KEY;
  }

  public AccountSettings withAlias(@Nullable String newAlias) {
    return new AccountSettings(created, newAlias, passwordPolicy, quotas);
  }

  public AccountSettings withPasswordPolicy(@Nullable PasswordPolicy policy) {
    return new AccountSettings(created, alias, policy, quotas);
  }

  public AccountSettings withQuotas(@Nullable Quotas newQuotas) {
    return new AccountSettings(created, alias, passwordPolicy, newQuotas);
  }
}
