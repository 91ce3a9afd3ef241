package io.claviger.access.oidc;

import io.claviger.account.Account;
import io.claviger.account.OidcProvider;
import io.claviger.base.Arn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An issuer whose tokens roles of an account may trust.
///
/// @param url without its scheme, as condition keys begin: `idp.example.com/tenant`
/// @param principal as a trust policy's `Federated` names it
/// @param audiences whom its tokens may be meant for; empty where that is up to the trust policy
/// @param thumbprints of certificates that its server may show where no authority vouches for it
record Issuer(
    String url, String principal, Optional<Set<String>> audiences, Set<String> thumbprints) {

  private static final String SCHEME = "https://";

  /// The issuers that need no provider in the account, by how tokens name them. Google leaves the
  /// scheme out at times.
  ///
  /// AWS rule: IAM User Guide, "OIDC federation": Amazon Cognito and Google "are built-in to AWS".
  private static final Map<String, String> BUILT_IN =
      Map.of(
          "https://accounts.google.com", "accounts.google.com",
          "accounts.google.com", "accounts.google.com",
          "https://cognito-identity.amazonaws.com", "cognito-identity.amazonaws.com");

  /// The issuer of that name; empty where the account knows none. One that the account has made
  /// itself goes before a built-in one.
  ///
  /// @param name as a token's `iss` has it, compared exactly
  static Optional<Issuer> find(String name, Account account) {
    return provider(name, account)
        .map(provider -> of(provider, account))
        .or(() -> Optional.ofNullable(BUILT_IN.get(name)).map(Issuer::builtIn));
  }

  /// Whether the account has made a provider for the issuer of that name.
  static boolean isOwn(String name, Account account) {
    return provider(name, account).isPresent();
  }

  private static Optional<OidcProvider> provider(String name, Account account) {
    return name.startsWith(SCHEME)
        ? account
            .oidcProviders()
            .named(name.substring(SCHEME.length()))
            .filter(provider -> provider.issuer().equals(name))
        : Optional.empty();
  }

  private static Issuer of(OidcProvider provider, Account account) {
    Arn arn = provider.arn(account.id());
    return new Issuer(
        provider.url(),
        arn.toString(),
        Optional.of(Set.copyOf(provider.clientIds())),
        Set.copyOf(provider.thumbprints()));
  }

  private static Issuer builtIn(String host) {
    return new Issuer(host, host, Optional.empty(), Set.of());
  }

  /// The audience that counts, of those that a token names.
  Optional<String> accepted(List<String> named) {
    return named.stream()
        .filter(audience -> audiences.isEmpty() || audiences.get().contains(audience))
        .findFirst();
  }

  /// With its scheme.
  String name() {
    return SCHEME + url;
  }
}
