package io.claviger.access.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.claviger.access.federation.FederatedIdentity;
import io.claviger.access.outbound.IssuerUrls;
import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.OidcProvider;
import io.claviger.account.Tags;
import io.claviger.base.AccountId;
import io.claviger.policy.decide.RequestContext;
import io.claviger.reference.ServiceReference;
import io.claviger.testkit.TestCertificates;
import io.claviger.testkit.TestIssuer;
import io.claviger.wire.ServiceError;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/// An account with a provider, the provider's issuer, and who verifies its tokens.
final class OidcFixture {

  static final AccountId ACCOUNT = new AccountId("111122223333");
  static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  static final String URL = "https://idp.example.com/tenant";
  static final String PROVIDER = "arn:aws:iam::111122223333:oidc-provider/idp.example.com/tenant";

  static final TestIssuer.Key RSA =
      new TestIssuer.Key("r1", "RS256", TestCertificates.keys("RSA", 2_048));
  static final TestIssuer.Key EC =
      new TestIssuer.Key("e1", "ES256", TestCertificates.keys("EC", 256));

  final Internet internet = new Internet();
  final WebIdentityTokens tokens =
      new WebIdentityTokens(
          internet,
          ServiceReference.load(),
          new IssuerUrls(() -> URI.create("https://iam.example.org")));
  final TestIssuer issuer = new TestIssuer(URL, RSA, EC);

  OidcFixture() {
    internet.publish(issuer);
  }

  /// An account that has a provider of that URL, which may be meant for `us` and `them`.
  static Account account(String url) {
    OidcProvider provider =
        new OidcProvider(
            url.substring("https://".length()), NOW, Tags.NONE, List.of("us", "them"), List.of());
    return Account.empty(ACCOUNT).apply(Change.put(provider));
  }

  /// Good claims with others after them, which hold where both have one.
  ///
  /// @param more members in JSON, or nothing
  static String claims(String... more) {
    return claimsOf(URL, more);
  }

  static String claimsOf(String url, String... more) {
    StringBuilder claims = new StringBuilder("{");
    List<String> given = List.of(more);
    for (String member :
        List.of(
            "\"iss\":\"" + url + '"',
            "\"sub\":\"ann\"",
            "\"aud\":\"us\"",
            "\"iat\":" + (NOW.getEpochSecond() - 10),
            "\"exp\":" + (NOW.getEpochSecond() + 300))) {
      String name = member.substring(0, member.indexOf(':') + 1);
      if (given.stream().noneMatch(one -> one.startsWith(name))) {
        claims.append(member).append(',');
      }
    }
    given.stream().filter(one -> !one.endsWith(":")).forEach(one -> claims.append(one).append(','));
    claims.setCharAt(claims.length() - 1, '}');
    return claims.toString();
  }

  FederatedIdentity verify(String token) {
    return tokens.verify(token, account(URL), NOW);
  }

  FederatedIdentity verifyClaims(String... more) {
    return verify(issuer.token(claims(more)));
  }

  /// The token is refused with this code and message.
  void refuses(String code, String message, String token) {
    ServiceError error = assertThrows(ServiceError.class, () -> verify(token));
    assertEquals(code + ": " + message, error.code() + ": " + error.message());
    assertEquals(400, error.status());
  }

  /// The single value of a key.
  static String key(FederatedIdentity identity, String key) {
    return switch (identity.keys().get(key)) {
      case RequestContext.Value.Single one -> one.value();
      case null -> "none";
      case RequestContext.Value.Multi many -> many.all().toString();
    };
  }
}
