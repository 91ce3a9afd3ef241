package io.claviger.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import io.claviger.access.federation.TokenErrors;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A token with its signature, which one of an issuer's keys must have made.
///
/// The key says which algorithm fits; keys and addresses of keys in the token's own header are not
/// looked at.
///
/// AWS rule: STS API Reference, "AssumeRoleWithWebIdentity", `WebIdentityToken`: "Tokens must be
/// signed using either RSA keys (RS256, RS384, or RS512) or ECDSA keys (ES256, ES384, or ES512)."
record TokenSignature(JWSObject token) {

  private static final Set<JWSAlgorithm> RSA =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512);
  private static final Map<JWSAlgorithm, Curve> EC =
      Map.of(
          JWSAlgorithm.ES256, Curve.P_256,
          JWSAlgorithm.ES384, Curve.P_384,
          JWSAlgorithm.ES512, Curve.P_521);

  private static final int LEAST_RSA_BITS = 2_048;
  private static final int MOST_RSA_BITS = 8_192;

  /// Reads a token in the compact form.
  ///
  /// @throws io.claviger.wire.ServiceError when it is none, encrypted, without a signature, signed
  ///   in a way that is not taken, or has a header that has to be understood and isn't
  static TokenSignature parse(String text) {
    try {
      JWSObject token = JWSObject.parse(text);
      JWSHeader header = token.getHeader();
      boolean isTaken =
          RSA.contains(header.getAlgorithm()) || EC.containsKey(header.getAlgorithm());
      if (!isTaken || header.getCriticalParams() != null || !header.isBase64URLEncodePayload()) {
        throw TokenErrors.notSignedByProvider();
      }
      return new TokenSignature(token);
    } catch (ParseException | IllegalArgumentException _) {
      throw TokenErrors.notAJwt();
    }
  }

  /// The id of the key that signed, or null.
  @Nullable String keyId() {
    return token.getHeader().getKeyID();
  }

  /// Requires that one of the keys made the signature: the one that the token names, or where it
  /// names none the only one that fits.
  ///
  /// @throws io.claviger.wire.ServiceError when there is no such key, or it did not sign
  void require(List<JWK> keys) {
    String id = keyId();
    List<JWK> fitting =
        keys.stream()
            .filter(key -> id == null || id.equals(key.getKeyID()))
            .filter(this::fits)
            .toList();
    if (fitting.size() != 1) {
      throw TokenErrors.noVerificationKey();
    }
    try {
      if (!token.verify(verifier(fitting.getFirst()))) {
        throw TokenErrors.notSignedByProvider();
      }
    } catch (JOSEException _) {
      throw TokenErrors.notSignedByProvider();
    }
  }

  private boolean fits(JWK key) {
    JWSAlgorithm algorithm = token.getHeader().getAlgorithm();
    boolean isForThis =
        (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
            && (key.getKeyOperations() == null
                || key.getKeyOperations().contains(KeyOperation.VERIFY))
            && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm));
    return isForThis
        && switch (key) {
          case RSAKey rsa -> RSA.contains(algorithm) && isOfGoodSize(rsa);
          case ECKey ec -> ec.getCurve().equals(EC.get(algorithm));
          default -> false;
        };
  }

  private static boolean isOfGoodSize(RSAKey key) {
    int bits = key.size();
    return bits >= LEAST_RSA_BITS && bits <= MOST_RSA_BITS;
  }

  private static JWSVerifier verifier(JWK key) throws JOSEException {
    return switch (key) {
      case RSAKey rsa -> new RSASSAVerifier(rsa.toRSAPublicKey());
      case ECKey ec -> new ECDSAVerifier(ec.toECPublicKey());
      default -> throw new IllegalStateException("No key to verify with: " + key.getKeyType());
    };
  }
}
