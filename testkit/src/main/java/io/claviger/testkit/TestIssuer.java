package io.claviger.testkit;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// An issuer of JSON Web Tokens: what it publishes, and tokens that it signs. Made with the JDK
/// alone, apart from the code that reads them.
///
/// Rule: RFC 7515, 7517, 7518; OpenID Connect Discovery 1.0.
public final class TestIssuer {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private static final Map<String, String> ALGORITHMS =
      Map.of(
          "RS256", "SHA256withRSA",
          "RS384", "SHA384withRSA",
          "RS512", "SHA512withRSA",
          "PS256", "RSASSA-PSS",
          "ES256", "SHA256withECDSAinP1363Format",
          "ES384", "SHA384withECDSAinP1363Format",
          "ES512", "SHA512withECDSAinP1363Format");

  private final String url;
  private final List<Key> keys;

  /// @param url with its scheme
  public TestIssuer(String url, Key... keys) {
    this.url = url;
    this.keys = List.of(keys);
  }

  /// A key that signs.
  ///
  /// @param algorithm what it is for, `RS256`
  /// @param pair of keys of that kind
  public record Key(String id, String algorithm, KeyPair pair) {

    /// The public key as a key set has it, without a word on what it is for.
    public String jwk() {
      return switch (pair.getPublic()) {
        case RSAPublicKey rsa ->
            "{\"kty\":\"RSA\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}"
                .formatted(id, number(rsa.getModulus()), number(rsa.getPublicExponent()));
        case ECPublicKey ec ->
            "{\"kty\":\"EC\",\"kid\":\"%s\",\"crv\":\"%s\",\"x\":\"%s\",\"y\":\"%s\"}"
                .formatted(
                    id,
                    curve(ec),
                    coordinate(ec.getW().getAffineX(), ec),
                    coordinate(ec.getW().getAffineY(), ec));
        default -> throw new IllegalStateException("Neither RSA nor EC");
      };
    }

    private static String curve(ECPublicKey key) {
      return "P-" + key.getParams().getOrder().bitLength();
    }

    private static String coordinate(BigInteger value, ECPublicKey key) {
      int size = (key.getParams().getOrder().bitLength() + Byte.SIZE - 1) / Byte.SIZE;
      byte[] bytes = unsigned(value);
      byte[] padded = new byte[size];
      System.arraycopy(bytes, 0, padded, size - bytes.length, bytes.length);
      return encoded(padded);
    }
  }

  public String url() {
    return url;
  }

  /// Where its discovery document is.
  public String discoveryUrl() {
    return url + "/.well-known/openid-configuration";
  }

  public String discovery() {
    return "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(url, keysUrl());
  }

  public String keysUrl() {
    return url + "/keys";
  }

  public String keySet() {
    return "{\"keys\":[" + String.join(",", keys.stream().map(Key::jwk).toList()) + "]}";
  }

  /// A token signed with the first key.
  ///
  /// @param claims in JSON
  public String token(String claims) {
    Key key = keys.getFirst();
    String header =
        "{\"typ\":\"JWT\",\"alg\":\"%s\",\"kid\":\"%s\"}".formatted(key.algorithm(), key.id());
    return token(header, claims, key);
  }

  /// A token with any header in JSON, signed with a key of whomever.
  public static String token(String header, String claims, Key key) {
    String content = encoded(bytes(header)) + '.' + encoded(bytes(claims));
    try {
      Signature signature =
          Signature.getInstance(ALGORITHMS.getOrDefault(key.algorithm(), key.algorithm()));
      signature.initSign(key.pair().getPrivate());
      signature.update(bytes(content));
      return content + '.' + encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Without padding, as tokens have it.
  public static String encoded(byte[] bytes) {
    return BASE64.encodeToString(bytes);
  }

  private static String number(BigInteger value) {
    return encoded(unsigned(value));
  }

  private static byte[] unsigned(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
