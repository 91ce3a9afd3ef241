package io.claviger.store;

import io.claviger.account.Activity;
import io.claviger.base.AccountId;
import io.claviger.store.JournalEntry.LastUse;
import io.claviger.store.JournalEntry.UsedThing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// The last uses, in memory; what is new is written by [#flush], what is old forgotten by [#sweep].
final class RecentActivity implements Activity {

  /// How many actions are kept of all the users and roles of an account, however many there were.
  static final int MOST_ACTIONS = 1_000_000;

  private final Writer writer;
  private final int mostActions;
  private final Map<UsedThing, Use> uses = new ConcurrentHashMap<>();

  /// Which actions of each principal stand in [#uses].
  private final Map<Principal, Set<String>> actions = new ConcurrentHashMap<>();

  private final Set<UsedThing> unwritten = ConcurrentHashMap.newKeySet();
  private final ReentrantLock flushing = new ReentrantLock();

  private record Principal(AccountId account, String id) {}

  /// @param mostActions of one account
  RecentActivity(Writer writer, int mostActions, List<LastUse> stored) {
    this.writer = writer;
    this.mostActions = mostActions;
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
      actions.compute(
          principal(thing),
          (_, known) -> {
            Set<String> names = known == null ? ConcurrentHashMap.newKeySet() : known;
            names.add(action(thing));
            return names;
          });
    }
  }

  private void forget(UsedThing thing) {
    actions.computeIfPresent(
        principal(thing),
        (_, names) -> {
          names.remove(action(thing));
          return names.isEmpty() ? null : names;
        });
    // It may have been used again since it was taken away.
    if (uses.containsKey(thing)) {
      index(thing);
    }
  }

  private static Principal principal(UsedThing thing) {
    return new Principal(thing.account(), thing.id().substring(0, thing.id().indexOf('/')));
  }

  private static String action(UsedThing thing) {
    return thing.id().substring(thing.id().indexOf('/') + 1);
  }

  @Override
  public Optional<Use> lastUse(AccountId account, Kind kind, String id) {
    return Optional.ofNullable(uses.get(new UsedThing(account, kind, id)));
  }

  /// Forgets the uses of roles and actions before that time, and the oldest actions of accounts
  /// that have too many. Not to be called by two threads at once, nor beside [#flush]. Blocks for
  /// the disk.
  ///
  /// @throws StoreFailure if writing has ended
  void sweep(Instant before) {
    List<UsedThing> forgotten = new ArrayList<>();
    Map<AccountId, List<LastUse>> kept = new HashMap<>();
    uses.forEach((thing, use) -> {
      if (isTracked(thing) && use.at().isBefore(before)) {
        drop(new LastUse(thing, use), forgotten);
      } else if (thing.kind() == Kind.ACTION) {
        kept.computeIfAbsent(thing.account(), _ -> new ArrayList<>()).add(new LastUse(thing, use));
      }
    });
    for (List<LastUse> ofAccount : kept.values()) {
      int surplus = Math.max(0, ofAccount.size() - mostActions);
      ofAccount.stream()
          .sorted(Comparator.comparing(last -> last.use().at()))
          .limit(surplus)
          .forEach(last -> drop(last, forgotten));
    }
    if (!forgotten.isEmpty()) {
      writer.submit(List.of(new JournalEntry.UsesForgotten(forgotten)), () -> {}).await();
    }
  }

  /// Of keys and passwords the last use is told however long ago it was.
  private static boolean isTracked(UsedThing thing) {
    return switch (thing.kind()) {
      case ACTION, ROLE -> true;
      case ACCESS_KEY, PASSWORD -> false;
    };
  }

  private void drop(LastUse last, List<UsedThing> forgotten) {
    if (uses.remove(last.thing(), last.use())) {
      forgotten.add(last.thing());
      if (last.thing().kind() == Kind.ACTION) {
        forget(last.thing());
      }
    }
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
