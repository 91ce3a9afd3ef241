package io.claviger.access.outbound;

import io.claviger.account.OutboundIssuer.Algorithm;
import io.claviger.account.OutboundIssuer.SigningKey;
import io.claviger.base.SecretText;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// The form that signing keys are stored in: base64 of how the JDK encodes them.
final class KeyForm {

  private KeyForm() {}

  /// The JDK's name for keys of an algorithm.
  static String type(Algorithm algorithm) {
    return switch (algorithm) {
      case RS256 -> "RSA";
      case ES384 -> "EC";
    };
  }

  static String text(Key key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  static PublicKey publicKey(SigningKey key) {
    try {
      byte[] encoded = Base64.getDecoder().decode(key.publicKey());
      return factory(key).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("No public key is stored as " + key.id(), e);
    }
  }

  static PrivateKey privateKey(SigningKey key, SecretText text) {
    try {
      byte[] encoded = Base64.getDecoder().decode(text.reveal());
      return factory(key).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("No private key is stored as " + key.id(), e);
    }
  }

  private static KeyFactory factory(SigningKey key) throws GeneralSecurityException {
    return KeyFactory.getInstance(type(key.algorithm()));
  }
}
