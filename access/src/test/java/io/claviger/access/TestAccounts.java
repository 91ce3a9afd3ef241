package io.claviger.access;

import io.claviger.account.Account;
import io.claviger.account.AccountSettings;
import io.claviger.account.Change;
import io.claviger.account.Entity;
import io.claviger.account.View;
import io.claviger.base.AccountId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Accounts in memory, each set up with settings and nothing else. The first one put is at home.
final class TestAccounts implements View {

  private final Map<AccountId, Account> accounts = new HashMap<>();
  private final Map<String, AccountId> foreignKeys = new HashMap<>();

  TestAccounts() {
    add(Samples.ACCOUNT);
    add(Samples.OTHER);
  }

  private void add(AccountId id) {
    AccountSettings settings = AccountSettings.initial(Samples.NOW);
    accounts.put(id, Account.empty(id).apply(Change.put(settings)));
  }

  void put(AccountId id, Entity... entities) {
    change(id, Change.put(entities));
  }

  void change(AccountId id, Change change) {
    accounts.computeIfPresent(id, (_, account) -> account.apply(change));
  }

  void foreignKey(String accessKeyId, AccountId account) {
    foreignKeys.put(accessKeyId, account);
  }

  @Override
  public Account home() {
    return account(Samples.ACCOUNT).orElseThrow();
  }

  @Override
  public Optional<Account> account(AccountId id) {
    return Optional.ofNullable(accounts.get(id));
  }

  @Override
  public Optional<AccountId> accountWithAlias(String alias) {
    return Optional.empty();
  }

  @Override
  public Optional<AccountId> accountOfForeignKey(String accessKeyId) {
    return Optional.ofNullable(foreignKeys.get(accessKeyId));
  }

  @Override
  public Optional<AccountId> accountWithDelegation(String requestId) {
    return Optional.empty();
  }
}
