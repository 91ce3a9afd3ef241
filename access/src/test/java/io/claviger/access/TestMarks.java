package io.claviger.access;

import io.claviger.account.UsedOnce;
import io.claviger.base.AccountId;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Used-once marks in memory.
final class TestMarks implements UsedOnce {

  record Mark(AccountId account, String purpose, String mark) {}

  final Map<Mark, Instant> marks = new ConcurrentHashMap<>();

  @Override
  public boolean claim(AccountId account, String purpose, String mark, Instant until) {
    return marks.putIfAbsent(new Mark(account, purpose, mark), until) == null;
  }

  /// As the store does from time to time.
  void forget(Instant now) {
    marks.values().removeIf(until -> until.isBefore(now));
  }

  @Override
  public void release(AccountId account, String purpose, String mark) {
    marks.remove(new Mark(account, purpose, mark));
  }
}
