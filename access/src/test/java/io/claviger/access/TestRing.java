package io.claviger.access;

import io.claviger.account.TokenKeys;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/// A key ring whose keys are known: the bytes of key `n` are all `n`.
final class TestRing implements TokenKeys {

  private final Map<Integer, TokenKey> keys = new HashMap<>();
  private int current;

  TestRing() {
    rotate();
  }

  void rotate() {
    current++;
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) current);
    keys.put(current, new TokenKey(current, new SecretKeySpec(bytes, "AES"), Instant.EPOCH));
  }

  void forget(int id) {
    keys.remove(id);
  }

  @Override
  public TokenKey current() {
    return byId(current).orElseThrow();
  }

  @Override
  public Optional<TokenKey> byId(int id) {
    return Optional.ofNullable(keys.get(id));
  }
}
