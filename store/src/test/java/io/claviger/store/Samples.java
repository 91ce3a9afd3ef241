package io.claviger.store;

import io.claviger.account.AccessKey;
import io.claviger.account.AccountSettings;
import io.claviger.account.AuditEvent;
import io.claviger.account.Change;
import io.claviger.account.Entity;
import io.claviger.account.Tags;
import io.claviger.account.User;
import io.claviger.base.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Values that the tests of the store share.
final class Samples {

  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final AccountId ONE = new AccountId("111122223333");
  static final AccountId TWO = new AccountId("444455556666");

  private Samples() {}

  static User user(String id, String name) {
    return User.create(id, "/", name, NOW, Tags.NONE, null);
  }

  static AccessKey key(String id, String ownerId) {
    return new AccessKey(id, ownerId, true, NOW);
  }

  static AccountSettings settings(@Nullable String alias) {
    return AccountSettings.initial(NOW).withAlias(alias);
  }

  static AuditEvent event(@Nullable AccountId account, String name) {
    return event(account, name, NOW);
  }

  static AuditEvent event(@Nullable AccountId account, String name, Instant time) {
    return new AuditEvent(
        UUID.randomUUID().toString(),
        time,
        account,
        "{\"type\":\"Root\"}",
        "iam.amazonaws.com",
        name,
        "us-east-1",
        "127.0.0.1",
        "test",
        "request",
        null,
        false,
        "{}",
        null,
        null,
        null,
        null);
  }

  static AccountStore.Staged<Boolean> staged(AccountId account, Change change) {
    return new AccountStore.Staged<>(change, event(account, "Test"), true);
  }

  /// Puts the entities into an account.
  static void put(Store store, AccountId account, Entity... entities) {
    store.accounts().write(account, _ -> staged(account, Change.put(entities)));
  }

  /// Makes an account that has nothing but its settings.
  static void createAccount(Store store, AccountId account) {
    store.accounts().create(account, Change.put(settings(null)), event(account, "CreateAccount"));
  }
}
