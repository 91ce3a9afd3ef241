package io.claviger.store;

import io.claviger.base.AccountId;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The key that wraps all others. It comes from the key file and never enters the database.
final class KeyEncryptionKey {

  static final int BYTES = 32;

  private final Sealing sealing;
  private final SecureRandom random;

  private KeyEncryptionKey(byte[] key, SecureRandom random) {
    this.sealing = new Sealing(new SecretKeySpec(key, "AES"), random);
    this.random = random;
  }

  static KeyEncryptionKey of(byte[] key, SecureRandom random) {
    if (key.length != BYTES) {
      throw new IllegalArgumentException("A key has " + BYTES + " bytes, not " + key.length);
    }
    return new KeyEncryptionKey(key, random);
  }

  /// A key that is forgotten with this value.
  static KeyEncryptionKey random(SecureRandom random) {
    return of(bytes(random), random);
  }

  /// A new data key for an account.
  DataKey newDataKey(AccountId account) {
    byte[] key = bytes(random);
    return new DataKey(account, sealing.seal(key, dataKeyContext(account)), key, random);
  }

  /// The data key of an account, as it was stored.
  ///
  /// @throws StoreFailure if it was wrapped by another key or for another account
  DataKey unwrap(AccountId account, Sealed wrapped) {
    return new DataKey(account, wrapped, sealing.open(wrapped, dataKeyContext(account)), random);
  }

  /// A new random key for tokens, sealed.
  Sealed newTokenKey(int id, Instant created) {
    return sealing.seal(bytes(random), tokenKeyContext(id, created));
  }

  SecretKey openTokenKey(int id, Instant created, Sealed sealed) {
    return new SecretKeySpec(sealing.open(sealed, tokenKeyContext(id, created)), "AES");
  }

  /// Something to tell by, at the next start, whether this key is the right one.
  Sealed newProof() {
    return sealing.seal(ByteBuffer.allocate(Long.BYTES).array(), List.of("proof"));
  }

  /// Whether the proof was made by this key.
  boolean hasMade(Sealed proof) {
    try {
      sealing.open(proof, List.of("proof"));
      return true;
    } catch (StoreFailure _) {
      return false;
    }
  }

  private static byte[] bytes(SecureRandom random) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    return key;
  }

  private static List<String> dataKeyContext(AccountId account) {
    return List.of("data key", account.digits());
  }

  private static List<String> tokenKeyContext(int id, Instant created) {
    return List.of("token key", Integer.toString(id), created.toString());
  }
}
