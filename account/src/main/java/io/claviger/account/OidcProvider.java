package io.claviger.account;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An OpenID Connect identity provider whose tokens roles may trust.
///
/// Providers are told apart by their URL alone, case included.
///
/// @param url the issuer without its scheme, which is always `https://`: `idp.example.com/tenant`
/// @param clientIds the audiences that tokens may be meant for, in the order they were added
/// @param thumbprints hexadecimal SHA-1 hashes of certificates that the provider's server may show
///   where no known authority vouches for it
public record OidcProvider(
    String url, Instant created, Tags tags, List<String> clientIds, List<String> thumbprints)
    implements Tagged {

  private static final String ARN_TYPE = "oidc-provider/";

  public OidcProvider {
    clientIds = List.copyOf(clientIds);
    thumbprints = List.copyOf(thumbprints);
  }

  /// The ARN of the provider of that URL, whether it exists or not.
  public static Arn arn(AccountId account, String url) {
    return Arn.iam(account, ARN_TYPE + url);
  }

  /// The URL in a provider's ARN; empty for ARNs of anything else or of another account.
  public static Optional<String> urlIn(String arn, AccountId account) {
    String prefix = arn(account, "").toString();
    return arn.startsWith(prefix) ? Optional.of(arn.substring(prefix.length())) : Optional.empty();
  }

  public Arn arn(AccountId account) {
    return arn(account, url);
  }

  /// The issuer as tokens name it.
  public String issuer() {
    return "https://" + url;
  }

  @Override
  public EntityKey key() {
    return new EntityKey(EntityKind.OIDC_PROVIDER, url);
  }

  @Override
  public OidcProvider withTags(Tags newTags) {
    return new OidcProvider(url, created, newTags, clientIds, thumbprints);
  }

  public OidcProvider withClientIds(List<String> newClientIds) {
    return new OidcProvider(url, created, tags, newClientIds, thumbprints);
  }

  public OidcProvider withThumbprints(List<String> newThumbprints) {
    return new OidcProvider(url, created, tags, clientIds, newThumbprints);
  }
}
