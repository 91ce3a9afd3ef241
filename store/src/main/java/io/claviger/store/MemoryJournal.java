package io.claviger.store;

import io.claviger.account.AuditEvent;
import io.claviger.account.Change;
import io.claviger.base.AccountId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A journal that keeps nothing but the newest audit events: for `--ephemeral` and for tests.
final class MemoryJournal implements Journal {

  private static final int EVENTS_KEPT = 10_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<AuditEvent> events = new ArrayDeque<>(); // guarded by lock

  @Override
  public Contents load() {
    return Contents.NONE;
  }

  @Override
  public void commit(List<JournalEntry> batch) {
    lock.lock();
    try {
      for (JournalEntry entry : batch) {
        if (entry instanceof JournalEntry.EventLogged logged) {
          events.addLast(logged.event());
        }
      }
      while (events.size() > EVENTS_KEPT) {
        events.removeFirst();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<AuditEvent> events(@Nullable AccountId account, Instant from, int limit) {
    lock.lock();
    try {
      return events.stream()
          .filter(event -> Objects.equals(event.account(), account))
          .filter(event -> !event.eventTime().isBefore(from))
          .limit(limit)
          .toList();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Change> undo(AccountId account, DataKey dataKey, long version, long newest) {
    return List.of();
  }

  @Override
  public void close() {}
}
