package io.claviger.service;

import io.claviger.account.UsedOnce;
import io.claviger.base.AccountId;
import java.time.Instant;
import java.util.Set;

/// Used-once marks in memory.
///
/// @param used what is marked
public record Marks(Set<String> used) implements UsedOnce {

  @Override
  public boolean claim(AccountId account, String purpose, String mark, Instant until) {
    return used.add(text(account, purpose, mark));
  }

  @Override
  public void release(AccountId account, String purpose, String mark) {
    used.remove(text(account, purpose, mark));
  }

  private static String text(AccountId account, String purpose, String mark) {
    return account + " " + purpose + " " + mark;
  }
}
