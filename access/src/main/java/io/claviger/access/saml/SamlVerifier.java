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

  private final Secrets secrets;

  /// By the document itself, which may be megabytes long: it is read once, not at every call of
  /// whoever knows the provider's name.
  private final Cache<String, Optional<SamlMetadata>> metadata =
      Caffeine.newBuilder().weakKeys().maximumSize(MOST_KEPT).build();

  /// @param secrets among them the keys that assertions are encrypted for
  public SamlVerifier(Secrets secrets) {
    this.secrets = secrets;
  }

  /// What a caller brings.
  ///
  /// @param provider the ARN of the provider that it says it is from
  /// @param role the ARN of the role that it wants
  /// @param response in base64
  public record Presented(String provider, String role, String response) {}

  /// The assertion of a response.
  ///
  /// @param account of the role; the provider must be of the same
  /// @throws io.claviger.wire.ServiceError where there is no such provider, or it has not signed
  ///   the response or its assertion, or that is not meant for us, for now or for this role
  public SamlAssertion verify(Account account, Presented presented, Instant now) {
    SamlProvider provider =
        provider(account, presented.provider()).orElseThrow(SamlErrors::noSuchProvider);
    SamlMetadata described =
        metadata
            .get(provider.metadata(), SamlMetadata::parse)
            .orElseThrow(() -> new IllegalStateException("Metadata was checked when it was given"));
    SamlTrust trust = SamlTrust.of(account.id(), provider, described, secrets, now);
    SamlAssertion assertion =
        new AssertionReader(trust, now)
            .read(SamlResponse.read(presented.response()).assertion(trust));
    AwsAttributes.RolePair wanted =
        new AwsAttributes.RolePair(presented.role(), presented.provider());
    if (!assertion.aws().roles().contains(wanted)) {
      throw SamlErrors.roleNotInAssertion();
    }
    return assertion;
  }

  /// Whether an account has the provider that a caller names, whatever else the caller brings.
  ///
  /// @param provider an ARN, or any other text
  public static boolean isKnown(Account account, String provider) {
    return provider(account, provider).isPresent();
  }

  private static Optional<SamlProvider> provider(Account account, String arn) {
    return SamlProvider.nameIn(arn, account.id())
        .flatMap(
            name -> account.samlProviders().named(name).filter(found -> found.name().equals(name)));
  }
}
