package io.claviger.access.outbound;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import io.claviger.account.OutboundIssuer.SigningKey;
import io.claviger.account.Secrets;
import io.claviger.base.AccountId;
import io.claviger.base.SecretText;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.Optional;

/// Signs tokens. The private key is unsealed for the one signature and leaves no other way.
public final class IdentityTokens {

  /// How many bytes of claims a token holds at most. AWS has the limit but does not say it; this is
  /// the one that its answers show.
  public static final int MOST_BYTES = 14_984;

  private IdentityTokens() {}

  /// The token in the compact form; empty where there is more to say than it may hold.
  ///
  /// @param key of the account's issuer, one that signs
  public static Optional<SecretText> sign(
      IdentityClaims claims, AccountId account, SigningKey key, Secrets secrets) {
    byte[] json = claims.json().getBytes(StandardCharsets.UTF_8);
    return json.length > MOST_BYTES
        ? Optional.empty()
        : Optional.of(sign(json, key, privateKey(account, key, secrets)));
  }

  private static SecretText sign(byte[] json, SigningKey key, PrivateKey privateKey) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.parse(key.algorithm().name()))
            .type(JOSEObjectType.JWT)
            .keyID(key.id())
            .build();
    JWSObject token = new JWSObject(header, new Payload(json));
    try {
      token.sign(signer(key, privateKey));
    } catch (JOSEException e) {
      throw new IllegalStateException("A key that was made for it does not sign: " + key.id(), e);
    }
    return SecretText.of(token.serialize());
  }

  private static PrivateKey privateKey(AccountId account, SigningKey key, Secrets secrets) {
    return secrets
        .find(account, NewSigningKey.secretName(key))
        .map(text -> KeyForm.privateKey(key, text))
        .orElseThrow(() -> new IllegalStateException("No private key: " + key.id()));
  }

  private static JWSSigner signer(SigningKey key, PrivateKey privateKey) throws JOSEException {
    return switch (key.algorithm()) {
      case RS256 -> new RSASSASigner(privateKey);
      case ES384 -> new ECDSASigner(privateKey, Curve.P_384);
    };
  }
}
