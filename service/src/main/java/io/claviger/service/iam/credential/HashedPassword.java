package io.claviger.service.iam.credential;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.claviger.account.Ids;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One password, hashed to be compared with a [PasswordHistory] and to be added to it.
///
/// All passwords of one user share a salt, so that one hash tests the whole history; only when the
/// cost of hashing was changed since are there more. Two users never share a salt.
///
/// @param current the hash at today's cost, in PHC form
/// @param hashes the hashes under every salt and cost of the history, `current` among them
record HashedPassword(String current, List<String> hashes) {

  /// OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, two passes, one lane.
  private static final Argon2Function TODAY =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

  private static final int SALT_BYTES = 16;

  HashedPassword {
    hashes = List.copyOf(hashes);
  }

  /// Hashes the password. Takes some tens of milliseconds and 19 MiB.
  static HashedPassword of(String password, PasswordHistory history, Ids ids) {
    byte[] salt =
        history.hashes().isEmpty() ? ids.bytes(SALT_BYTES) : salt(history.hashes().getFirst());
    String current = hash(TODAY, password, salt);
    List<String> hashes = new ArrayList<>(List.of(current));
    Set<String> seen = new LinkedHashSet<>(List.of(settings(current)));
    for (String earlier : history.hashes()) {
      if (seen.add(settings(earlier))) {
        hashes.add(hash(Argon2Function.getInstanceFromHash(earlier), password, salt(earlier)));
      }
    }
    return new HashedPassword(current, hashes);
  }

  /// Whether it can be told for every password of the history if it is this one.
  boolean isComparableWith(PasswordHistory history) {
    List<String> mine = hashes.stream().map(HashedPassword::settings).toList();
    return history.hashes().stream().map(HashedPassword::settings).allMatch(mine::contains);
  }

  /// Never prints a hash.
  @Override
  public String toString() {
    return "HashedPassword(***)";
  }

  private static String hash(Argon2Function function, String password, byte[] salt) {
    return function.hash(password.getBytes(StandardCharsets.UTF_8), salt).getResult();
  }

  /// What stands before the hash itself: cost and salt.
  private static String settings(String hash) {
    return hash.substring(0, hash.lastIndexOf('$'));
  }

  private static byte[] salt(String hash) {
    String settings = settings(hash);
    return Base64.getDecoder().decode(settings.substring(settings.lastIndexOf('$') + 1));
  }
}
