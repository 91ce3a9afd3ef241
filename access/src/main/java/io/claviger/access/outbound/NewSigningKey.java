package io.claviger.access.outbound;

import io.claviger.account.Change;
import io.claviger.account.OutboundIssuer;
import io.claviger.account.OutboundIssuer.Algorithm;
import io.claviger.account.OutboundIssuer.SigningKey;
import io.claviger.account.SecretName;
import io.claviger.base.SecretText;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// A key pair that nothing was signed with yet.
///
/// @param publicKey X.509's SubjectPublicKeyInfo in base64
/// @param privateKey PKCS #8 in base64
public record NewSigningKey(Algorithm algorithm, String publicKey, SecretText privateKey) {

  private static final int RSA_BITS = 2_048;

  /// A new key for each algorithm, from the JDK's own source of randomness. Takes some tenths of a
  /// second.
  public static List<NewSigningKey> forEveryAlgorithm() {
    return Arrays.stream(Algorithm.values()).map(NewSigningKey::generate).toList();
  }

  private static NewSigningKey generate(Algorithm algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(KeyForm.type(algorithm));
      generator.initialize(parameters(algorithm));
      KeyPair pair = generator.generateKeyPair();
      return new NewSigningKey(
          algorithm,
          KeyForm.text(pair.getPublic()),
          SecretText.of(KeyForm.text(pair.getPrivate())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK makes keys for " + algorithm, e);
    }
  }

  private static AlgorithmParameterSpec parameters(Algorithm algorithm) {
    return switch (algorithm) {
      case RS256 -> new RSAKeyGenParameterSpec(RSA_BITS, RSAKeyGenParameterSpec.F4);
      case ES384 -> new ECGenParameterSpec("secp384r1");
    };
  }

  /// Lets new keys sign for an issuer from now on: puts the issuer with them. The private keys that
  /// they take the place of are erased; the public ones stay published for as long as tokens that
  /// they verify may be about.
  ///
  /// @param issuer as it is, or is to be, without the keys
  /// @param now in whole seconds
  public static Change install(List<NewSigningKey> fresh, OutboundIssuer issuer, Instant now) {
    OutboundIssuer renewed = issuer;
    Change change = Change.NONE;
    for (NewSigningKey each : fresh) {
      for (SigningKey old : renewed.keys()) {
        if (old.algorithm() == each.algorithm && old.replaced() == null) {
          change = change.andErase(secretName(old));
        }
      }
      SigningKey key = each.named(renewed, now);
      change = change.andSecret(secretName(key), each.privateKey);
      renewed = renewed.withKey(key);
    }
    return change.andPut(renewed);
  }

  /// Numbered as AWS numbers them: `RSA_0`, `EC384_0`.
  private SigningKey named(OutboundIssuer issuer, Instant now) {
    String prefix =
        switch (algorithm) {
          case RS256 -> "RSA_";
          case ES384 -> "EC384_";
        };
    int number =
        issuer.keys().stream()
            .filter(key -> key.algorithm() == algorithm)
            .mapToInt(key -> Integer.parseInt(key.id().substring(prefix.length())) + 1)
            .max()
            .orElse(0);
    return new SigningKey(prefix + number, algorithm, publicKey, now, null);
  }

  static SecretName secretName(SigningKey key) {
    return new SecretName(SecretName.Kind.TOKEN_SIGNING_KEY, key.id());
  }
}
