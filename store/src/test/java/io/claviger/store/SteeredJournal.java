package io.claviger.store;

import io.claviger.account.AuditEvent;
import io.claviger.account.Change;
import io.claviger.base.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// A journal whose disk stops and fails when a test says so.
final class SteeredJournal implements Journal {

  private final MemoryJournal memory = new MemoryJournal();
  private final Semaphore disk = new Semaphore(1);
  private final Semaphore begun = new Semaphore(0);
  private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean failing;

  /// From now on a commit waits for [#go]; the one that is running does not.
  void stop() {
    disk.acquireUninterruptibly();
    begun.drainPermits();
  }

  void go() {
    disk.release();
  }

  /// Waits until a commit waits for the disk.
  void awaitCommit() {
    begun.acquireUninterruptibly();
  }

  /// From now on fsync fails.
  void fail() {
    failing = true;
  }

  /// How many entries every commit had that was tried, the first one first.
  List<Integer> batches() {
    return List.copyOf(batches);
  }

  @Override
  public Contents load() {
    return memory.load();
  }

  @Override
  public void commit(List<JournalEntry> batch) {
    begun.release();
    disk.acquireUninterruptibly();
    try {
      batches.add(batch.size());
      if (failing) {
        throw new StoreFailure("disk I/O error");
      }
      memory.commit(batch);
    } finally {
      disk.release();
    }
  }

  @Override
  public List<AuditEvent> events(@Nullable AccountId account, Instant from, int limit) {
    return memory.events(account, from, limit);
  }

  @Override
  public List<Change> undo(AccountId account, DataKey dataKey, long version, long newest) {
    return memory.undo(account, dataKey, version, newest);
  }

  @Override
  public void close() {
    memory.close();
  }
}
