package io.claviger.access.oidc;

import static io.claviger.access.oidc.OidcFixture.EC;
import static io.claviger.access.oidc.OidcFixture.RSA;
import static io.claviger.access.oidc.OidcFixture.claims;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.testkit.TestCertificates;
import io.claviger.testkit.TestIssuer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens whose signature proves nothing. The honest twin is a token of the same issuer with the
/// same claims.
class SignatureAbuseTest {

  private static final String UNSIGNED =
      "The web identity token that was passed could not be validated by AWS. Get a new identity"
          + " token from the identity provider and then retry the request.";
  private static final String NO_KEY =
      "Couldn't retrieve verification key from your identity provider,  please reference"
          + " AssumeRoleWithWebIdentity documentation for requirements";
  private static final String NO_JWT =
      "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access"
          + " Token)";

  private final OidcFixture oidc = new OidcFixture();

  private static String header(String algorithm, String more) {
    return "{\"alg\":\"" + algorithm + "\",\"kid\":\"r1\"" + more + "}";
  }

  private static String encoded(String text) {
    return TestIssuer.encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  private void refuses(String message, String token) {
    oidc.refuses("InvalidIdentityToken", message, token);
    assertEquals("ann", oidc.verify(oidc.issuer.token(claims())).subject());
  }

  @ParameterizedTest
  @CsvSource({"RS256, r1", "RS384, r1", "RS512, r1"})
  void rsaSignatureIsTaken(String algorithm, String id) {
    TestIssuer.Key key = new TestIssuer.Key(id, algorithm, RSA.pair());
    assertEquals(
        "ann", oidc.verify(TestIssuer.token(header(algorithm, ""), claims(), key)).subject());
  }

  @ParameterizedTest
  @CsvSource({"ES256, 256", "ES384, 384", "ES512, 521"})
  void ecSignatureIsTaken(String algorithm, int bits) {
    TestIssuer.Key key = new TestIssuer.Key("k", algorithm, TestCertificates.keys("EC", bits));
    TestIssuer issuer = new TestIssuer(OidcFixture.URL, key);
    oidc.internet.publish(issuer);
    assertEquals("ann", oidc.verify(issuer.token(claims())).subject());
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "nOnE", "NONE"})
  void Abuse_085_tokenWithoutASignatureIsRefused(String algorithm) {
    String bare = encoded(header(algorithm, "")) + '.' + encoded(claims()) + '.';
    String signed = TestIssuer.token(header(algorithm, ""), claims(), RSA);
    refuses(NO_JWT, bare);
    refuses(algorithm.equals("none") ? NO_JWT : UNSIGNED, signed);
  }

  @Test
  void Abuse_085_emptySignatureIsRefused() {
    String token = oidc.issuer.token(claims());
    refuses(NO_JWT, token.substring(0, token.lastIndexOf('.')));
    refuses(UNSIGNED, token.substring(0, token.lastIndexOf('.') + 1) + "AA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HS256", "HS384", "HS512"})
  void Abuse_085_publicKeyIsNoSecret(String algorithm) throws GeneralSecurityException {
    String content = encoded(header(algorithm, "")) + '.' + encoded(claims());
    String java = "HmacSHA" + algorithm.substring(2);
    String pem = TestCertificates.publicKeyPem(RSA.pair().getPublic());
    for (byte[] secret :
        new byte[][] {
          RSA.pair().getPublic().getEncoded(),
          pem.getBytes(StandardCharsets.UTF_8),
          "us".getBytes(StandardCharsets.UTF_8)
        }) {
      Mac mac = Mac.getInstance(java);
      mac.init(new SecretKeySpec(secret, java));
      byte[] signature = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
      refuses(UNSIGNED, content + '.' + TestIssuer.encoded(signature));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PS256", "ES256K", "EdDSA", "RS1", "rs256"})
  void Abuse_085_otherAlgorithmIsRefused(String algorithm) {
    refuses(UNSIGNED, TestIssuer.token(header(algorithm, ""), claims(), RSA));
  }

  @ParameterizedTest
  @CsvSource({"ES256, r1", "RS256, e1", "ES384, e1"})
  void Abuse_085_algorithmMustFitTheKey(String algorithm, String id) {
    String header = "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + id + "\"}";
    refuses(NO_KEY, TestIssuer.token(header, claims(), algorithm.startsWith("E") ? EC : RSA));
  }

  @Test
  void Abuse_085_keyForAnotherPurposeDoesNotSign() {
    for (String purpose :
        new String[] {
          "\"use\":\"enc\"", "\"alg\":\"RS512\"", "\"alg\":\"RSA-OAEP\"", "\"key_ops\":[\"sign\"]"
        }) {
      OidcFixture other = new OidcFixture();
      String jwk = RSA.jwk().replaceFirst("\\{", "{" + purpose + ",");
      other.internet.put(oidc.issuer.keysUrl(), "{\"keys\":[" + jwk + "]}");
      other.refuses("InvalidIdentityToken", NO_KEY, oidc.issuer.token(claims()));
    }
  }

  @Test
  void Abuse_085_shortRsaKeyDoesNotSign() {
    TestIssuer.Key weak = new TestIssuer.Key("w", "RS256", TestCertificates.keys("RSA", 1_024));
    TestIssuer issuer = new TestIssuer(OidcFixture.URL, weak);
    oidc.internet.publish(issuer);
    oidc.refuses("InvalidIdentityToken", NO_KEY, issuer.token(claims()));
  }

  @Test
  void signatureOfAnotherKeyIsRefused() {
    TestIssuer.Key other = new TestIssuer.Key("r1", "RS256", TestCertificates.keys("RSA", 2_048));
    refuses(UNSIGNED, TestIssuer.token(header("RS256", ""), claims(), other));
    String good = oidc.issuer.token(claims());
    String header = good.substring(0, good.indexOf('.') + 1);
    String signature = good.substring(good.lastIndexOf('.'));
    refuses(UNSIGNED, header + encoded(claims("\"sub\":\"eve\"")) + signature);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "' OR 1=1 --",
        "https://evil.example.com/key",
        "r1\\u0000",
        "R1"
      })
  void Abuse_086_keyIdIsOnlyCompared(String id) {
    String header = "{\"alg\":\"RS256\",\"kid\":\"" + id + "\"}";
    refuses(NO_KEY, TestIssuer.token(header, claims(), RSA));
    assertEquals(2, oidc.internet.asked());
  }

  @Test
  void Abuse_086_largeHeaderIsNotRead() {
    String header = "{\"alg\":\"RS256\",\"kid\":\"" + "k".repeat(1_000_000) + "\"}";
    refuses(NO_JWT, TestIssuer.token(header, claims(), RSA));
  }

  @Test
  void Abuse_086_keysInTheTokenAreNotLookedAt() {
    TestIssuer.Key evil = new TestIssuer.Key("r1", "RS256", TestCertificates.keys("RSA", 2_048));
    oidc.internet.put("https://evil.example.com/keys", "{\"keys\":[" + evil.jwk() + "]}");
    for (String more :
        new String[] {
          ",\"jku\":\"https://evil.example.com/keys\"",
          ",\"x5u\":\"https://evil.example.com/keys\"",
          ",\"jwk\":" + evil.jwk()
        }) {
      refuses(UNSIGNED, TestIssuer.token(header("RS256", more), claims(), evil));
    }
    assertEquals(2, oidc.internet.asked());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"crit\":[\"exp\"],\"exp\":1",
        ",\"crit\":[\"b64\"],\"b64\":false",
        ",\"b64\":false",
        ",\"crit\":[]"
      })
  void Abuse_086_headerThatMustBeUnderstoodIsRefused(String more) {
    refuses(UNSIGNED, TestIssuer.token(header("RS256", more), claims(), RSA));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "....",
        ".....",
        "..",
        "a.b.c",
        "no token",
        "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00iLCJ6aXAiOiJERUYifQ.AA.AA.AA.AA",
        "eyJhbGciOiJQQkVTMi1IUzI1NitBMTI4S1ciLCJlbmMiOiJBMTI4R0NNIiwicDJjIjoxMDAwMDAwMDAwfQ.A.A.A.A"
      })
  void Abuse_091_whatIsNoSignedTokenIsRefused(String text) {
    refuses(NO_JWT, text);
  }

  @Test
  void Abuse_091_manyDotsAreRefused() {
    refuses(NO_JWT, ".".repeat(20_000));
  }

  @Test
  void payloadThatIsNoObjectIsRefused() {
    for (String payload : new String[] {"[]", "\"x\"", "{\"iss\":\"a\",\"iss\":\"b\"}", "{"}) {
      refuses(NO_JWT, TestIssuer.token(header("RS256", ""), payload, RSA));
    }
  }

  @Test
  void tokenThatNamesNoKeyIsVerifiedByTheOnlyOneThatFits() {
    String token = TestIssuer.token("{\"alg\":\"RS256\"}", claims(), RSA);
    assertEquals("ann", oidc.verify(token).subject());
    TestIssuer.Key second = new TestIssuer.Key("r2", "RS256", RSA.pair());
    OidcFixture other = new OidcFixture();
    other.internet.publish(new TestIssuer(OidcFixture.URL, RSA, second));
    other.refuses("InvalidIdentityToken", NO_KEY, token);
  }
}
