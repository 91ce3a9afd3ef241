package io.claviger.access;

import io.claviger.account.SecretName;
import io.claviger.account.Secrets;
import io.claviger.base.AccountId;
import io.claviger.base.SecretText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Secrets in memory, in clear.
final class TestSecrets implements Secrets {

  private record Key(AccountId account, SecretName name) {}

  private final Map<Key, SecretText> texts = new HashMap<>();

  void put(AccountId account, SecretName.Kind kind, String id, String text) {
    texts.put(new Key(account, new SecretName(kind, id)), SecretText.of(text));
  }

  @Override
  public Optional<SecretText> find(AccountId account, SecretName name) {
    return Optional.ofNullable(texts.get(new Key(account, name)));
  }
}
