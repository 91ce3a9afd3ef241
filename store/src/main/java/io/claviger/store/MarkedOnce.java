package io.claviger.store;

import io.claviger.account.UsedOnce;
import io.claviger.base.AccountId;
import io.claviger.store.JournalEntry.Mark;
import io.claviger.store.JournalEntry.MarkClaimed;
import io.claviger.store.JournalEntry.MarkReleased;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The used-once marks, all of them in memory and on disk.
final class MarkedOnce implements UsedOnce {

  /// Marks are kept this much longer than they were asked for: what they stand for must not come
  /// back to life when the clock is set back a little.
  private static final Duration GRACE = Duration.ofHours(1);

  private final Writer writer;
  private final Map<Mark, Instant> marks = new ConcurrentHashMap<>();

  MarkedOnce(Writer writer, List<MarkClaimed> stored) {
    this.writer = writer;
    stored.forEach(claimed -> marks.put(claimed.mark(), claimed.until()));
  }

  @Override
  public boolean claim(AccountId account, String purpose, String mark, Instant until) {
    Mark claimed = new Mark(account, purpose, mark);
    // Whoever comes second is refused at once. If the first then fails, the mark stays used: it is
    // not known whether the disk has it.
    if (marks.putIfAbsent(claimed, until) != null) {
      return false;
    }
    writer.submit(List.of(new MarkClaimed(claimed, until)), () -> {}).await();
    return true;
  }

  @Override
  public void release(AccountId account, String purpose, String mark) {
    Mark released = new Mark(account, purpose, mark);
    writer.submit(List.of(new MarkReleased(released)), () -> {}).await();
    marks.remove(released);
  }

  /// Forgets the marks that nothing can need any more.
  ///
  /// @return until when a mark must have been good to be forgotten
  Instant sweep(Instant now) {
    Instant until = now.minus(GRACE);
    marks.values().removeIf(end -> end.isBefore(until));
    return until;
  }
}
