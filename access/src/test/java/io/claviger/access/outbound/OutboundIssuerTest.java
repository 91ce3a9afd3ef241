package io.claviger.access.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import io.claviger.access.Caller;
import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.OutboundIssuer;
import io.claviger.account.OutboundIssuer.Algorithm;
import io.claviger.account.SecretName;
import io.claviger.account.Tags;
import io.claviger.base.AccountId;
import io.claviger.base.SecretText;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys, what is published of them, and what they sign.
class OutboundIssuerTest {

  private static final AccountId ACCOUNT = new AccountId("111122223333");
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final String ID = "6b9e0c2c-1f3a-4c59-8f0e-6f7b1c2d3e4f";
  private static final IssuerUrls URLS =
      new IssuerUrls(() -> URI.create("https://iam.example.org"));

  private final Map<SecretName, SecretText> secrets = new HashMap<>();
  private Account account = Account.empty(ACCOUNT);

  private void install(Instant now) {
    OutboundIssuer issuer =
        account.outboundIssuer().orElse(new OutboundIssuer(ID, now, true, List.of()));
    Change change = NewSigningKey.install(NewSigningKey.forEveryAlgorithm(), issuer, now);
    account = account.apply(change);
    change.erased().forEach(secrets::remove);
    change.secrets().forEach(put -> secrets.put(put.name(), put.text()));
  }

  private OutboundIssuer issuer() {
    return account.outboundIssuer().orElseThrow();
  }

  private List<JWK> published(Instant now) throws ParseException {
    String json = IssuerDocuments.json(IssuerUrls.Document.Kind.KEYS, issuer(), URLS, now);
    return JWKSet.parse(json).getKeys();
  }

  private List<String> publishedIds(Instant now) throws ParseException {
    return published(now).stream().map(JWK::getKeyID).sorted().toList();
  }

  private Optional<SecretText> sign(String tagValue) {
    IdentityClaims claims =
        new IdentityClaims(
            URLS.of(issuer()),
            new Caller.Root(ACCOUNT, "AKIATEST", null),
            List.of("app"),
            Tags.NONE,
            "us-east-1",
            new Tags(List.of(new Tags.Tag("k", tagValue))),
            NOW,
            NOW.plusSeconds(300),
            ID);
    return IdentityTokens.sign(
        claims,
        ACCOUNT,
        issuer().signing(Algorithm.RS256),
        (_, name) -> Optional.ofNullable(secrets.get(name)));
  }

  @Test
  void keysAreOfTheKindThatTheAlgorithmsTake() throws ParseException {
    install(NOW);
    List<JWK> keys = published(NOW);
    assertEquals(2_048, keys.get(0).toRSAKey().size());
    assertEquals("P-384", keys.get(1).toECKey().getCurve().getName());
    assertEquals(
        List.of("RS256", "ES384"), keys.stream().map(key -> key.getAlgorithm().getName()).toList());
    assertTrue(keys.stream().allMatch(key -> key.getKeyUse().getValue().equals("sig")));
  }

  @Test
  void nothingPrivateIsPublished() throws ParseException {
    install(NOW);
    assertTrue(published(NOW).stream().noneMatch(JWK::isPrivate));
    assertEquals(2, secrets.size());
  }

  @Test
  void newKeysSignAndOldOnesArePublishedForADay() throws Exception {
    install(NOW);
    SignedJWT before = SignedJWT.parse(sign("x").orElseThrow().reveal());
    Instant rotated = NOW.plus(Duration.ofHours(1));
    install(rotated);
    assertEquals("EC384_1", issuer().signing(Algorithm.ES384).id());
    assertEquals("RSA_1", SignedJWT.parse(sign("x").orElseThrow().reveal()).getHeader().getKeyID());
    List<String> all = List.of("EC384_0", "EC384_1", "RSA_0", "RSA_1");
    assertEquals(all, publishedIds(rotated));
    assertEquals(all, publishedIds(rotated.plus(Duration.ofDays(1)).minusSeconds(1)));
    assertEquals(List.of("EC384_1", "RSA_1"), publishedIds(rotated.plus(Duration.ofDays(1))));
    JWK old = published(rotated).getFirst();
    assertTrue(before.verify(new RSASSAVerifier(old.toRSAKey())));
  }

  @Test
  void privateKeysOfOldOnesAreErased() {
    install(NOW);
    install(NOW.plusSeconds(1));
    assertEquals(
        List.of("EC384_1", "RSA_1"),
        secrets.keySet().stream().map(SecretName::id).sorted().toList());
  }

  @Test
  void keysThatAreNotPublishedAnyMoreAreLeftOutWithTheNextOnes() {
    install(NOW);
    install(NOW.plus(Duration.ofDays(1)));
    assertEquals(4, issuer().keys().size());
    install(NOW.plus(Duration.ofDays(3)));
    assertEquals(
        List.of("RSA_1", "EC384_1", "RSA_2", "EC384_2"),
        issuer().keys().stream().map(OutboundIssuer.SigningKey::id).toList());
  }

  @Test
  void tokenHoldsSoManyBytesAndNoMore() throws ParseException {
    install(NOW);
    int without = SignedJWT.parse(sign("").orElseThrow().reveal()).getPayload().toBytes().length;
    int room = IdentityTokens.MOST_BYTES - without;
    assertTrue(sign("x".repeat(room)).isPresent());
    assertFalse(sign("x".repeat(room + 1)).isPresent());
    // Two bytes each.
    assertFalse(sign("ü".repeat(room / 2 + 1)).isPresent());
  }

  @Test
  void configurationSaysWhereTheKeysAre() throws Exception {
    install(NOW);
    Map<String, Object> configuration =
        JSONObjectUtils.parse(
            IssuerDocuments.json(IssuerUrls.Document.Kind.CONFIGURATION, issuer(), URLS, NOW));
    String url = "https://iam.example.org/issuer/" + ID;
    assertEquals(url, configuration.get("issuer"));
    assertEquals(url + "/.well-known/jwks.json", configuration.get("jwks_uri"));
    assertEquals(
        List.of("RS256", "ES384"), configuration.get("id_token_signing_alg_values_supported"));
  }

  @ParameterizedTest
  @CsvSource({
    "/issuer/x/.well-known/openid-configuration, x, CONFIGURATION",
    "/issuer/x/.well-known/jwks.json, x, KEYS",
    "/issuer/x%2F../.well-known/jwks.json, x%2F.., KEYS",
  })
  void pathNamesAnIssuerAndADocument(String path, String id, IssuerUrls.Document.Kind kind) {
    assertEquals(Optional.of(new IssuerUrls.Document(id, kind)), IssuerUrls.documentAt(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/issuer/.well-known/jwks.json",
        "/issuer//.well-known/jwks.json",
        "/issuer/x",
        "/issuer/x/.well-known/jwks.jsonx",
        "/Issuer/x/.well-known/jwks.json",
        "/x/.well-known/jwks.json",
        "/"
      })
  void otherPathsNameNone(String path) {
    assertEquals(Optional.empty(), IssuerUrls.documentAt(path));
  }

  @Test
  void onlyUrlsBelowThePublicOneAreHere() {
    assertTrue(URLS.isHere("https://iam.example.org/issuer/x"));
    assertFalse(URLS.isHere("https://iam.example.org.evil.example/issuer/x"));
    assertFalse(URLS.isHere("https://idp.example.com/issuer/x"));
  }
}
