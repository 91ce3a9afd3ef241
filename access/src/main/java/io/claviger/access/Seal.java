package io.claviger.access;

import io.claviger.account.Ids;
import io.claviger.account.TokenKeys;
import io.claviger.account.TokenKeys.TokenKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// Seals bytes that we hand out and take back, under the key ring: whoever holds them can neither
/// read nor change them.
///
/// The form is one byte of version, four of key id, twelve of nonce, then AES-256-GCM's ciphertext
/// with its tag of sixteen. What is authenticated beside it is the purpose, the binding and those
/// first five bytes, so that nothing sealed for one purpose opens for another.
final class Seal {

  /// By how much the sealed form is longer than the plain one.
  static final int OVERHEAD_BYTES = 1 + 4 + 12 + 16;

  private static final byte VERSION = 1;
  private static final int HEADER_BYTES = 5;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String CIPHER = "AES/GCM/NoPadding";

  private final TokenKeys keys;
  private final String purpose;

  /// @param purpose constant, and different for each use of the ring
  Seal(TokenKeys keys, String purpose) {
    this.keys = keys;
    this.purpose = purpose;
  }

  /// Seals `plain`.
  ///
  /// @param binding must be the same for [#open]; empty for none
  byte[] close(byte[] plain, String binding, Ids ids) {
    TokenKey key = keys.current();
    byte[] header = ByteBuffer.allocate(HEADER_BYTES).put(VERSION).putInt(key.id()).array();
    byte[] nonce = ids.bytes(NONCE_BYTES);
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(Cipher.ENCRYPT_MODE, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(besides(header, binding));
      byte[] sealed = cipher.doFinal(plain);
      return ByteBuffer.allocate(header.length + nonce.length + sealed.length)
          .put(header)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM must work on every JDK", e);
    }
  }

  /// The plain bytes, or empty for whatever was not sealed so: by us, under a key still kept, for
  /// this purpose and binding.
  Optional<byte[]> open(byte[] sealed, String binding) {
    if (sealed.length < OVERHEAD_BYTES || sealed[0] != VERSION) {
      return Optional.empty();
    }
    byte[] header = Arrays.copyOf(sealed, HEADER_BYTES);
    Optional<TokenKey> key = keys.byId(ByteBuffer.wrap(header).getInt(1));
    if (key.isEmpty()) {
      return Optional.empty();
    }
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      GCMParameterSpec nonce = new GCMParameterSpec(TAG_BITS, sealed, HEADER_BYTES, NONCE_BYTES);
      cipher.init(Cipher.DECRYPT_MODE, key.get().key(), nonce);
      cipher.updateAAD(besides(header, binding));
      int from = HEADER_BYTES + NONCE_BYTES;
      return Optional.of(cipher.doFinal(sealed, from, sealed.length - from));
    } catch (AEADBadTagException _) {
      // The answer to a forged or altered text, not a fault.
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM must work on every JDK", e);
    }
  }

  /// Purpose and binding end with a NUL, which neither holds, so no two pairs run together.
  private byte[] besides(byte[] header, String binding) {
    byte[] text = (purpose + '\0' + binding + '\0').getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(header.length + text.length).put(header).put(text).array();
  }
}
