package io.claviger.service.iam.certificate;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;

/// Which keys a certificate may have, and whether a private key belongs to it.
final class KeyPairs {

  private static final int LEAST_RSA_BITS = 1_024;

  /// A key of more takes so long to use that it would be a way to keep the server busy.
  private static final int MOST_RSA_BITS = 4_096;

  private static final byte[] MESSAGE = {1, 2, 3};

  private KeyPairs() {}

  static boolean isSupported(PublicKey key) {
    return key instanceof ECKey || isSupportedRsa(key);
  }

  static boolean isSupportedRsa(PublicKey key) {
    return key instanceof RSAKey rsa
        && rsa.getModulus().bitLength() >= LEAST_RSA_BITS
        && rsa.getModulus().bitLength() <= MOST_RSA_BITS;
  }

  /// Whether what the private key signs, the public key verifies.
  ///
  /// @param publicKey one that is supported
  static boolean match(PublicKey publicKey, PrivateKey privateKey) {
    // Looked at first, so that a huge private key is not used.
    boolean isAlike =
        switch (publicKey) {
          case RSAKey rsa ->
              privateKey instanceof RSAKey other && other.getModulus().equals(rsa.getModulus());
          default -> privateKey instanceof ECKey;
        };
    return isAlike && verifies(publicKey, privateKey);
  }

  private static boolean verifies(PublicKey publicKey, PrivateKey privateKey) {
    String algorithm = publicKey instanceof RSAKey ? "SHA256withRSA" : "SHA256withECDSA";
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(privateKey);
      signature.update(MESSAGE);
      byte[] signed = signature.sign();
      signature.initVerify(publicKey);
      signature.update(MESSAGE);
      return signature.verify(signed);
    } catch (GeneralSecurityException _) {
      // A key that cannot be used belongs to none.
      return false;
    }
  }
}
