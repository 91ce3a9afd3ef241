package io.claviger.store;

import io.claviger.account.Activity;
import io.claviger.base.AccountId;
import io.claviger.store.JournalEntry.LastUse;
import io.claviger.store.JournalEntry.UsedThing;
import java.util.ArrayList;
import java.util.HashMap;
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

  /// Which actions of each principal stand in [#uses].
  private final Map<Principal, Set<String>> actions = new ConcurrentHashMap<>();

  private final Set<UsedThing> unwritten = ConcurrentHashMap.newKeySet();
  private final ReentrantLock flushing = new ReentrantLock();

  private record Principal(AccountId account, String id) {}

  RecentActivity(Writer writer, List<LastUse> stored) {
    this.writer = writer;
    stored.forEach(last -> uses.put(last.thing(), last.use()));
    uses.keySet().forEach(this::index);
  }

  @Override
  public void record(AccountId account, Kind kind, String id, Use use) {
    UsedThing thing = new UsedThing(account, kind, id);
    if (uses.putIfAbsent(thing, use) == null) {
      index(thing);
    } else {
      uses.merge(thing, use, (a, b) -> a.at().isAfter(b.at()) ? a : b);
    }
    unwritten.add(thing);
  }

  @Override
  public Map<String, Use> actionsOf(AccountId account, String principalId) {
    Map<String, Use> result = new HashMap<>();
    for (String action : actions.getOrDefault(new Principal(account, principalId), Set.of())) {
      lastUse(account, Kind.ACTION, Activity.actionId(principalId, action))
          .ifPresent(use -> result.put(action, use));
    }
    return result;
  }

  private void index(UsedThing thing) {
    if (thing.kind() == Kind.ACTION) {
      int slash = thing.id().indexOf('/');
      Principal principal = new Principal(thing.account(), thing.id().substring(0, slash));
      actions
          .computeIfAbsent(principal, _ -> ConcurrentHashMap.newKeySet())
          .add(thing.id().substring(slash + 1));
    }
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
