package io.claviger.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/// Seals and opens with AES-256-GCM under a random 96-bit nonce.
///
/// What a sealed text is for — its context — is bound into it as associated data, each part with
/// its length, so that it opens in no other place.
final class Sealing {

  private static final String ALGORITHM = "AES/GCM/NoPadding";

  /// Looked for once: every signed request opens a secret.
  private static final Provider PROVIDER = provider();

  private static final byte FORMAT = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final int LEAST_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

  private final SecretKey key;
  private final SecureRandom random;

  Sealing(SecretKey key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  Sealed seal(byte[] plain, List<String> context) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
      ByteBuffer sealed = ByteBuffer.allocate(1 + NONCE_BYTES + ciphertext.length);
      return Sealed.of(sealed.put(FORMAT).put(nonce).put(ciphertext).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM does not seal", e);
    }
  }

  /// The text that was sealed in this context.
  ///
  /// @throws StoreFailure if it was sealed under another key, in another context, or is altered
  byte[] open(Sealed sealed, List<String> context) {
    byte[] bytes = sealed.bytes();
    if (bytes.length < LEAST_BYTES || bytes[0] != FORMAT) {
      throw broken(context, null);
    }
    byte[] nonce = new byte[NONCE_BYTES];
    System.arraycopy(bytes, 1, nonce, 0, NONCE_BYTES);
    int from = 1 + NONCE_BYTES;
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(bytes, from, bytes.length - from);
    } catch (AEADBadTagException e) {
      throw broken(context, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM does not open", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, List<String> context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM, PROVIDER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce), random);
    cipher.updateAAD(new byte[] {FORMAT});
    for (String part : context) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      cipher.updateAAD(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      cipher.updateAAD(bytes);
    }
    return cipher;
  }

  private static Provider provider() {
    try {
      return Cipher.getInstance(ALGORITHM).getProvider();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no AES-GCM", e);
    }
  }

  private static StoreFailure broken(List<String> context, @Nullable Throwable cause) {
    String message =
        "Sealed record is altered, or sealed under another key: " + String.join(" | ", context);
    return cause == null ? new StoreFailure(message) : new StoreFailure(message, cause);
  }
}
