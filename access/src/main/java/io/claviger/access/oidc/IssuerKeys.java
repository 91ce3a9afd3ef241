package io.claviger.access.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWK;
import io.claviger.access.fetch.FetchFailure;
import io.claviger.access.fetch.Fetcher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys that issuers publish, fetched when they are needed and kept for an hour.
///
/// An issuer is asked again before that where a token names a key that is not known, since keys
/// rotate, but at most every ten seconds, whatever came of it: whoever sends tokens does not make
/// the server ask more often. One asks at a time; whoever needs the answer waits for it, and
/// whoever names a key that is known does not. Where asking fails, keys that are not an hour old
/// stay good. What was fetched on the strength of some thumbprints serves nobody who names others.
///
/// Safe for use by many threads; blocks while an issuer is asked.
final class IssuerKeys {

  private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);

  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final int MOST_ISSUERS = 1_000;

  private final PublishedKeys published;
  private final Cache<Source, Entry> entries =
      Caffeine.newBuilder().maximumSize(MOST_ISSUERS).build();

  IssuerKeys(Fetcher fetcher) {
    this.published = new PublishedKeys(fetcher);
  }

  private record Source(String issuer, Set<String> thumbprints) {}

  /// The keys of an issuer, among them the one of that id where the issuer has it.
  ///
  /// @param keyId as a token names it, or null
  /// @throws FetchFailure when they can't be had
  List<JWK> find(Issuer issuer, @Nullable String keyId, Instant now) throws FetchFailure {
    Source source = new Source(issuer.name(), issuer.thumbprints());
    return entries.get(source, Entry::new).find(keyId, now);
  }

  /// What is known of an issuer.
  ///
  /// @param asked when it was asked last, or null
  /// @param fetched when the keys were fetched; null where there are none
  /// @param failure of the last time, or null
  private record Known(
      @Nullable Instant asked,
      @Nullable Instant fetched,
      List<JWK> keys,
      @Nullable FetchFailure failure) {

    static final Known NOTHING = new Known(null, null, List.of(), null);

    boolean isFresh(Instant now) {
      return isWithin(KEPT, fetched, now);
    }

    /// Whether nobody needs to be asked.
    boolean has(@Nullable String keyId, Instant now) {
      return isFresh(now)
          && (keyId == null || keys.stream().anyMatch(key -> keyId.equals(key.getKeyID())));
    }

    boolean wasAskedJustNow(Instant now) {
      return isWithin(PAUSE, asked, now);
    }

    /// A clock that was set back must not keep keys for ever.
    private static boolean isWithin(Duration limit, @Nullable Instant start, Instant now) {
      return start != null && !now.isBefore(start) && now.isBefore(start.plus(limit));
    }
  }

  private final class Entry {

    private final Source source;

    /// Written by whoever asks, read by all: a key that is known is found without waiting.
    private volatile Known known = Known.NOTHING;

    Entry(Source source) {
      this.source = source;
    }

    List<JWK> find(@Nullable String keyId, Instant now) throws FetchFailure {
      Known current = known;
      if (!current.has(keyId, now)) {
        current = asked(keyId, now);
      }
      // Keys that are fresh stay good where asking for others has failed.
      FetchFailure failure = current.failure();
      if (failure != null && !current.isFresh(now)) {
        throw failure;
      }
      return current.keys();
    }

    private synchronized Known asked(@Nullable String keyId, Instant now) {
      Known before = known;
      if (!before.has(keyId, now) && !before.wasAskedJustNow(now)) {
        known = fetched(before, now);
      }
      return known;
    }

    private Known fetched(Known before, Instant now) {
      try {
        List<JWK> keys = published.fetch(source.issuer(), source.thumbprints());
        return new Known(now, now, keys, null);
      } catch (FetchFailure e) {
        LOG.info("No keys of {}", source.issuer(), e);
        return before.isFresh(now)
            ? new Known(now, before.fetched(), before.keys(), e)
            : new Known(now, null, List.of(), e);
      }
    }
  }
}
