package io.claviger.access.saml;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// How the text of an assertion is encrypted. The initial value comes before the ciphertext.
///
/// Rule: XML Encryption 1.1, section 5.2.
enum ContentCipher {
  AES_128_GCM("http://www.w3.org/2009/xmlenc11#aes128-gcm", 16, true),
  AES_192_GCM("http://www.w3.org/2009/xmlenc11#aes192-gcm", 24, true),
  AES_256_GCM("http://www.w3.org/2009/xmlenc11#aes256-gcm", 32, true),
  AES_128_CBC(Names.ENCRYPTION + "aes128-cbc", 16, false),
  AES_192_CBC(Names.ENCRYPTION + "aes192-cbc", 24, false),
  AES_256_CBC(Names.ENCRYPTION + "aes256-cbc", 32, false);

  private static final int GCM_INITIAL_BYTES = 12;
  private static final int GCM_TAG_BITS = 128;
  private static final int CBC_INITIAL_BYTES = 16;

  private final String identifier;
  private final int keyBytes;
  private final boolean isAuthentic;

  ContentCipher(String identifier, int keyBytes, boolean isAuthentic) {
    this.identifier = identifier;
    this.keyBytes = keyBytes;
    this.isAuthentic = isAuthentic;
  }

  static Optional<ContentCipher> of(String identifier) {
    return Arrays.stream(values()).filter(c -> c.identifier.equals(identifier)).findFirst();
  }

  /// Whether it finds out that the ciphertext was altered. One that doesn't can be made to tell the
  /// plaintext to whoever may alter it at will.
  boolean isAuthentic() {
    return isAuthentic;
  }

  byte[] decrypt(byte[] key, byte[] text) throws GeneralSecurityException {
    int initial = isAuthentic ? GCM_INITIAL_BYTES : CBC_INITIAL_BYTES;
    if (key.length != keyBytes || text.length <= initial) {
      throw new GeneralSecurityException("Wrong length");
    }
    Key secret = new SecretKeySpec(key, "AES");
    Cipher cipher =
        Cipher.getInstance(isAuthentic ? "AES/GCM/NoPadding" : "AES/CBC/ISO10126Padding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        secret,
        isAuthentic
            ? new GCMParameterSpec(GCM_TAG_BITS, text, 0, initial)
            : new IvParameterSpec(text, 0, initial));
    return cipher.doFinal(text, initial, text.length - initial);
  }
}
