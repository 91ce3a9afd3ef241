package io.claviger.service.iam.credential;

import io.claviger.account.SecretName;
import io.claviger.base.SecretText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The Argon2id hashes of the passwords a user has had, the current one first, at most 24: as many
/// as a password policy can forbid to use again.
///
/// @param hashes each in PHC form, `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`
record PasswordHistory(List<String> hashes) {

  static final PasswordHistory EMPTY = new PasswordHistory(List.of());

  private static final int MOST = 24;

  PasswordHistory {
    hashes = List.copyOf(hashes);
  }

  static SecretName secretName(String userId) {
    return new SecretName(SecretName.Kind.PASSWORD, userId);
  }

  /// The history as it is stored, one hash a line; empty where none is.
  static PasswordHistory of(Optional<SecretText> stored) {
    return stored.map(text -> new PasswordHistory(text.reveal().lines().toList())).orElse(EMPTY);
  }

  SecretText stored() {
    return SecretText.of(String.join("\n", hashes));
  }

  /// With a new current password.
  PasswordHistory with(HashedPassword password) {
    return new PasswordHistory(
        Stream.concat(Stream.of(password.current()), hashes.stream()).limit(MOST).toList());
  }

  boolean isCurrent(HashedPassword password) {
    return isAmongLast(1, password);
  }

  /// Whether the password is the current one or one of those before it, `count` in all.
  boolean isAmongLast(int count, HashedPassword password) {
    return hashes.stream().limit(count).anyMatch(hash -> equal(hash, password));
  }

  private static boolean equal(String hash, HashedPassword password) {
    byte[] bytes = hash.getBytes(StandardCharsets.US_ASCII);
    return password.hashes().stream()
        .anyMatch(other -> MessageDigest.isEqual(bytes, other.getBytes(StandardCharsets.US_ASCII)));
  }
}
