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

/// The keys that issuers publish, fetched when they are needed and kept for an hour.
///
/// An issuer is asked again before that where a token names a key that is not known, since keys
/// rotate, but at most every ten seconds, whatever came of it: whoever sends tokens does not make
/// the server ask more often. One asks at a time, the others wait for the answer. What was fetched
/// on the strength of some thumbprints serves nobody who names others.
///
/// Safe for use by many threads; blocks for some seconds at most.
final class IssuerKeys {

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

  private final class Entry {

    private final Source source;

    // All guarded by this.
    private @Nullable Instant asked;
    private List<JWK> keys = List.of();
    private @Nullable FetchFailure failure;

    Entry(Source source) {
      this.source = source;
    }

    synchronized List<JWK> find(@Nullable String keyId, Instant now) throws FetchFailure {
      if (asked == null || isStale(now, KEPT) || (isStale(now, PAUSE) && !isKnown(keyId))) {
        fetch(now);
      }
      if (failure != null) {
        throw failure;
      }
      return keys;
    }

    private boolean isStale(Instant now, Duration limit) {
      // A clock that was set back must not keep keys for ever.
      return asked == null || now.isBefore(asked) || !now.isBefore(asked.plus(limit));
    }

    private boolean isKnown(@Nullable String keyId) {
      return failure == null
          && (keyId == null || keys.stream().anyMatch(key -> keyId.equals(key.getKeyID())));
    }

    private void fetch(Instant now) {
      try {
        keys = published.fetch(source.issuer(), source.thumbprints());
        failure = null;
      } catch (FetchFailure e) {
        failure = e;
        keys = List.of();
      }
      asked = now;
    }
  }
}
