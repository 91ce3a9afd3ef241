package io.claviger.store;

import io.claviger.account.Activity;
import io.claviger.base.AccountId;
import io.claviger.store.JournalEntry.LastUse;
import io.claviger.store.JournalEntry.UsedThing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// The last uses, in memory; what is new is written by [#flush].
final class RecentActivity implements Activity {

  private final Writer writer;
  private final Map<UsedThing, Use> uses = new ConcurrentHashMap<>();
  private final Set<UsedThing> unwritten = ConcurrentHashMap.newKeySet();
  private final ReentrantLock flushing = new ReentrantLock();

  RecentActivity(Writer writer, List<LastUse> stored) {
    this.writer = writer;
    stored.forEach(last -> uses.put(last.thing(), last.use()));
  }

  @Override
  public void record(AccountId account, Kind kind, String id, Use use) {
    UsedThing thing = new UsedThing(account, kind, id);
    uses.merge(thing, use, (a, b) -> a.at().isAfter(b.at()) ? a : b);
    unwritten.add(thing);
  }

  @Override
  public Optional<Use> lastUse(AccountId account, Kind kind, String id) {
    return Optional.ofNullable(uses.get(new UsedThing(account, kind, id)));
  }

  /// Makes durable what has been recorded since the last time. Blocks for the disk.
  ///
  /// @throws StoreFailure if writing has ended
  void flush() {
    flushing.lock();
    try {
      List<LastUse> news = new ArrayList<>();
      for (UsedThing thing : List.copyOf(unwritten)) {
        // Taken off first: a use recorded between the two lines is written twice, not never.
        unwritten.remove(thing);
        Use use = uses.get(thing);
        if (use != null) {
          news.add(new LastUse(thing, use));
        }
      }
      if (!news.isEmpty()) {
        writer.submit(List.of(new JournalEntry.UsesCounted(news)), () -> {}).await();
      }
    } finally {
      flushing.unlock();
    }
  }
}
