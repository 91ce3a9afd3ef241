package io.claviger.wire.sigv4;

import io.claviger.base.SecretText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;

/// Derives signing keys and remembers those that have proved right. Safe for use by many threads.
///
/// AWS rule: IAM User Guide, "Create a signed AWS API request", step 3.
final class SigningKeys {

  private final ConcurrentHashMap<Id, Derived> remembered = new ConcurrentHashMap<>();
  private final int limit;

  /// @param limit the most keys to remember
  SigningKeys(int limit) {
    this.limit = limit;
  }

  /// What a key is remembered under: the access key id stands for the secret, which is compared
  /// too.
  private record Id(String accessKeyId, CredentialScope scope) {}

  private record Derived(SecretText secret, SecretKey key) {}

  SecretKey key(SignedRequest signed, SecretText secret) {
    Derived known = remembered.get(id(signed));
    if (known != null && known.secret.equals(secret)) {
      return known.key;
    }
    return derive(secret, signed.scope());
  }

  /// Remembers `key`. Called only once a signature with it was right, so that nobody can push out
  /// others' keys by asking for regions at random.
  void remember(SignedRequest signed, SecretText secret, SecretKey key) {
    // Starting over is cheaper than keeping an order: the keys of a day are derived once more.
    if (remembered.size() >= limit) {
      remembered.clear();
    }
    remembered.putIfAbsent(id(signed), new Derived(secret, key));
  }

  int size() {
    return remembered.size();
  }

  private static Id id(SignedRequest signed) {
    return new Id(signed.accessKeyId(), signed.scope());
  }

  private static SecretKey derive(SecretText secret, CredentialScope scope) {
    SecretKey key = Digests.key(("AWS4" + secret.reveal()).getBytes(StandardCharsets.UTF_8));
    for (String part :
        List.of(scope.date(), scope.region(), scope.service(), CredentialScope.TERMINATOR)) {
      key = Digests.key(Digests.hmac(key, part));
    }
    return key;
  }
}
