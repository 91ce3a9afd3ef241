package io.claviger.account;

import java.time.Instant;
import java.util.Optional;
import javax.crypto.SecretKey;

/// The ring of keys that session tokens are sealed with. The keys rotate; a retired one is kept
/// until the last token under it has expired. At rest the ring is itself sealed.
public interface TokenKeys {

  /// The key to seal new tokens with. Touches memory only, but for the rare call that finds the key
  /// too old: that one makes the next key and blocks for the disk.
  TokenKey current();

  /// The key that a token names, current or retired; empty once it is gone.
  Optional<TokenKey> byId(int id);

  /// One key of the ring.
  ///
  /// @param id grows by one with each key, from 1
  /// @param key 256 bits for AES
  record TokenKey(int id, SecretKey key, Instant created) {

    /// Leaves the key out: the JDK would print a hash of it.
    @Override
    public String toString() {
      return "TokenKey[id=" + id + ", created=" + created + "]";
    }
  }
}
