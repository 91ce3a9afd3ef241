package io.claviger.store;

import io.claviger.account.SecretName;
import io.claviger.base.AccountId;
import io.claviger.base.SecretText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/// The key of one account: one half of it seals the account's secrets, the other tags its rows.
/// Stored only wrapped by the [KeyEncryptionKey].
final class DataKey {

  private final AccountId account;
  private final Sealed wrapped;
  private final Sealing sealing;
  private final SecretKey tagKey;

  DataKey(AccountId account, Sealed wrapped, byte[] key, SecureRandom random) {
    this.account = account;
    this.wrapped = wrapped;
    this.sealing = new Sealing(derive(key, "AES", "secrets"), random);
    this.tagKey = derive(key, "HmacSHA256", "rows");
  }

  Sealed wrapped() {
    return wrapped;
  }

  /// The key under which the rows of this account are tagged.
  SecretKey tagKey() {
    return tagKey;
  }

  Sealed seal(SecretName name, SecretText text) {
    return sealing.seal(text.reveal().getBytes(StandardCharsets.UTF_8), context(name));
  }

  /// The secret that was sealed under this name.
  ///
  /// @throws StoreFailure if it was sealed for another account, name or purpose, or is altered
  SecretText open(SecretName name, Sealed sealed) {
    byte[] text = sealing.open(sealed, context(name));
    return SecretText.of(new String(text, StandardCharsets.UTF_8));
  }

  private List<String> context(SecretName name) {
    return List.of("secret", account.digits(), name.kind().name(), name.id());
  }

  private static SecretKey derive(byte[] key, String algorithm, String purpose) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              algorithm,
              HKDFParameterSpec.ofExtract()
                  .addIKM(key)
                  .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), KeyEncryptionKey.BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HKDF does not derive a key", e);
    }
  }
}
