package io.claviger.store;

import io.claviger.account.TokenKeys;
import io.claviger.store.JournalEntry.TokenKeyAdded;
import io.claviger.store.JournalEntry.TokenKeyDropped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The token keys in memory, their sealed form in the journal.
final class KeyRing implements TokenKeys {

  /// How long a key seals new tokens.
  static final Duration IN_USE = Duration.ofDays(7);

  /// How long a retired key still opens tokens: the longest session, 36 hours, and clock skew.
  static final Duration RETIRED = Duration.ofHours(36).plusMinutes(15);

  private final KeyEncryptionKey kek;
  private final Writer writer;
  private final InstantSource clock;
  private final ReentrantLock changing = new ReentrantLock();

  /// Oldest first. Replaced under the lock.
  private volatile List<TokenKey> keys;

  KeyRing(KeyEncryptionKey kek, Writer writer, InstantSource clock, List<TokenKeyAdded> stored) {
    this.kek = kek;
    this.writer = writer;
    this.clock = clock;
    this.keys =
        stored.stream().sorted(Comparator.comparingInt(TokenKeyAdded::id)).map(this::open).toList();
  }

  @Override
  public TokenKey current() {
    List<TokenKey> ring = keys;
    return isFresh(ring) ? ring.getLast() : rotate();
  }

  @Override
  public Optional<TokenKey> byId(int id) {
    List<TokenKey> ring = keys;
    return ring.stream()
        .filter(key -> key.id() == id)
        .filter(key -> !isGone(ring, key, clock.instant()))
        .findFirst();
  }

  /// Drops the retired keys whose tokens have all expired. Blocks for the disk.
  void sweep() {
    changing.lock();
    try {
      List<TokenKey> ring = keys;
      Instant now = clock.instant();
      List<TokenKey> gone = ring.stream().filter(key -> isGone(ring, key, now)).toList();
      if (!gone.isEmpty()) {
        List<JournalEntry> drops = new ArrayList<>();
        gone.forEach(key -> drops.add(new TokenKeyDropped(key.id())));
        writer.submit(drops, () -> {}).await();
        keys = ring.stream().filter(key -> !gone.contains(key)).toList();
      }
    } finally {
      changing.unlock();
    }
  }

  private TokenKey rotate() {
    changing.lock();
    try {
      List<TokenKey> ring = keys;
      if (isFresh(ring)) {
        return ring.getLast();
      }
      int id = ring.isEmpty() ? 1 : ring.getLast().id() + 1;
      Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      TokenKeyAdded added = new TokenKeyAdded(id, now, kek.newTokenKey(id, now));
      // INVARIANT: a key seals no token before it is durable.
      writer.submit(List.of(added), () -> {}).await();
      List<TokenKey> more = new ArrayList<>(ring);
      more.add(open(added));
      keys = List.copyOf(more);
      return more.getLast();
    } finally {
      changing.unlock();
    }
  }

  private boolean isFresh(List<TokenKey> ring) {
    return !ring.isEmpty() && clock.instant().isBefore(ring.getLast().created().plus(IN_USE));
  }

  /// Whether the key was retired long enough ago, which is when the next one was made.
  private static boolean isGone(List<TokenKey> ring, TokenKey key, Instant now) {
    return ring.stream()
        .filter(next -> next.id() > key.id())
        .findFirst()
        .map(next -> !now.isBefore(next.created().plus(RETIRED)))
        .orElse(false);
  }

  private TokenKey open(TokenKeyAdded added) {
    return new TokenKey(
        added.id(), kek.openTokenKey(added.id(), added.created(), added.sealed()), added.created());
  }
}
