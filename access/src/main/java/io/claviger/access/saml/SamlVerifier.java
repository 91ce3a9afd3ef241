package io.claviger.access.saml;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.claviger.account.Account;
import io.claviger.account.SamlProvider;
import io.claviger.account.Secrets;
import java.time.Instant;
import java.util.Optional;

/// Verifies what callers bring from identity providers. Safe for use by many threads.
public final class SamlVerifier {

  private static final long MOST_KEPT = 1_000;

  /// By the document itself, which may be megabytes long: it is read once, not at every call of
  /// whoever knows the provider's name.
  private final Cache<String, Optional<SamlMetadata>> metadata =
      Caffeine.newBuilder().weakKeys().maximumSize(MOST_KEPT).build();

  /// The assertion of a response.
  ///
  /// @param account the account that the provider must be of
  /// @param providerArn of the provider that the caller says it is from
  /// @param response in base64
  /// @throws io.claviger.wire.ServiceError where there is no such provider, or it has not signed
  ///   the response or its assertion, or that is not meant for us or for now
  public SamlAssertion verify(
      Account account, String providerArn, String response, Secrets secrets, Instant now) {
    SamlProvider provider =
        SamlProvider.nameIn(providerArn, account.id())
            .flatMap(name ->
                account.samlProviders().named(name).filter(found -> found.name().equals(name)))
            .orElseThrow(SamlErrors::noSuchProvider);
    SamlMetadata described =
        metadata
            .get(provider.metadata(), SamlMetadata::parse)
            .orElseThrow(() -> new IllegalStateException("Metadata was checked when it was given"));
    SamlTrust trust = SamlTrust.of(account.id(), provider, described, secrets, now);
    return new AssertionReader(trust, now).read(SamlResponse.read(response).assertion(trust));
  }
}
