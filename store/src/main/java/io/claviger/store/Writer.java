package io.claviger.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The one thread that writes: takes whatever is queued, commits it in one transaction, publishes
/// it, and lets the waiting callers go.
///
/// After a commit has failed nothing is committed any more, since what the disk then holds is not
/// known: everything queued fails, and so does all that comes later.
final class Writer implements AutoCloseable {

  private static final int MAX_EVENTS = 1024;
  private static final long EVENT_DELAY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final Journal journal;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Condition room = lock.newCondition();

  // All guarded by lock.
  private final Queue<Submission> submissions = new ArrayDeque<>();
  private final Queue<JournalEntry.EventLogged> events = new ArrayDeque<>();
  private long eventsDue;
  private boolean closing;

  private volatile @Nullable StoreFailure failure;

  Writer(Journal journal) {
    this.journal = journal;
    this.thread =
        Thread.ofPlatform().name("claviger-store-writer").daemon(true).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private record Submission(List<JournalEntry> entries, Runnable publish, Ticket ticket) {}

  private record Batch(List<JournalEntry> entries, List<Submission> submissions) {}

  /// Queues entries. They are committed in the order they were queued, those of one call together.
  ///
  /// @param publish run by the writer once they are durable, before the ticket is released
  /// @throws StoreFailure if writing has ended
  Ticket submit(List<JournalEntry> entries, Runnable publish) {
    Ticket ticket = new Ticket();
    lock.lock();
    try {
      ensureWriting();
      submissions.add(new Submission(entries, publish, ticket));
      work.signal();
    } finally {
      lock.unlock();
    }
    return ticket;
  }

  /// Queues an event that nobody waits for; waits only while too many are queued.
  ///
  /// @throws StoreFailure if writing has ended
  void append(JournalEntry.EventLogged event) {
    lock.lock();
    try {
      ensureWriting();
      while (events.size() >= MAX_EVENTS) {
        room.awaitUninterruptibly();
        ensureWriting();
      }
      if (events.isEmpty()) {
        eventsDue = System.nanoTime() + EVENT_DELAY_NANOS;
      }
      events.add(event);
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  Optional<StoreFailure> failure() {
    return Optional.ofNullable(failure);
  }

  /// Commits what is queued and ends the thread.
  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      work.signal();
    } finally {
      lock.unlock();
    }
    Uninterrupted.join(thread);
  }

  static StoreFailure ended(StoreFailure why) {
    return new StoreFailure("Writing has ended: " + why.getMessage(), why);
  }

  private void ensureWriting() {
    StoreFailure why = failure;
    if (why != null) {
      throw ended(why);
    }
    if (closing) {
      throw new StoreFailure("The store is closed");
    }
  }

  private void run() {
    while (true) {
      Batch batch = take();
      if (batch == null) {
        return;
      }
      try {
        journal.commit(batch.entries());
        batch.submissions().forEach(submission -> submission.publish().run());
      } catch (StoreFailure e) {
        end(batch, e);
        return;
      } catch (RuntimeException | Error e) {
        end(batch, new StoreFailure("The writer failed: " + e, e));
        return;
      }
      batch.submissions().forEach(submission -> submission.ticket().succeed());
    }
  }

  /// The next batch, as soon as somebody waits for one or events are due; null when all is done.
  private @Nullable Batch take() {
    lock.lock();
    try {
      awaitWork();
      if (submissions.isEmpty() && events.isEmpty()) {
        return null;
      }
      List<Submission> taken = new ArrayList<>(submissions);
      submissions.clear();
      List<JournalEntry> entries = new ArrayList<>();
      taken.forEach(submission -> entries.addAll(submission.entries()));
      entries.addAll(events);
      events.clear();
      room.signalAll();
      return new Batch(entries, taken);
    } finally {
      lock.unlock();
    }
  }

  /// Waits until somebody waits, events are due, or the store is closed.
  private void awaitWork() {
    try {
      long left = Long.MAX_VALUE;
      while (submissions.isEmpty() && !closing && events.size() < MAX_EVENTS && left > 0) {
        if (events.isEmpty()) {
          work.await();
        } else {
          left = work.awaitNanos(eventsDue - System.nanoTime());
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody interrupts the writer", e);
    }
  }

  private void end(Batch batch, StoreFailure why) {
    List<Submission> failed = new ArrayList<>(batch.submissions());
    lock.lock();
    try {
      failure = why;
      failed.addAll(submissions);
      submissions.clear();
      room.signalAll();
    } finally {
      lock.unlock();
    }
    failed.forEach(submission -> submission.ticket().fail(why));
  }
}
