package io.claviger.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an account has once: its alias and its password policy.
///
/// @param created when the account, and so its root user, was made
/// @param alias null where none is set
/// @param passwordPolicy null where AWS's default holds
public record AccountSettings(
    Instant created, @Nullable String alias, @Nullable PasswordPolicy passwordPolicy)
    implements Entity {

  public static final EntityKey KEY = new EntityKey(EntityKind.ACCOUNT_SETTINGS, "");

  @Override
  public EntityKey key() {
    return KEY;
  }

  public AccountSettings withAlias(@Nullable String newAlias) {
    return new AccountSettings(created, newAlias, passwordPolicy);
  }

  public AccountSettings withPasswordPolicy(@Nullable PasswordPolicy policy) {
    return new AccountSettings(created, alias, policy);
  }
}
