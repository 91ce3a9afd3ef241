package io.claviger.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The account as an issuer of web identity tokens, which services elsewhere accept. Made when the
/// account first wants to be one, and never gone: tokens that are out stay good when it stops.
///
/// The private keys are in [Secrets] under [SecretName.Kind#TOKEN_SIGNING_KEY] by their ids.
///
/// AWS rule: IAM API Reference, "EnableOutboundWebIdentityFederation" and
/// "DisableOutboundWebIdentityFederation".
///
/// @param id a random UUID, which tells nothing of the account; unique over all accounts
/// @param enabled whether tokens are issued now
/// @param keys the oldest first; the newest of each algorithm signs
public record OutboundIssuer(String id, Instant created, boolean enabled, List<SigningKey> keys)
    implements Entity {

  public static final EntityKey KEY = new EntityKey(EntityKind.OUTBOUND_ISSUER, "");

  /// How long a key is still published after another has taken its place: tokens live for an hour
  /// at most, and whoever verifies them may hold on to what it fetched.
  public static final Duration PUBLISHED_AFTER_REPLACED = Duration.ofDays(1);

  public OutboundIssuer {
    keys = List.copyOf(keys);
  }

  /// How a token is signed, as its header names it. The names are part of the stored form.
  public enum Algorithm {
    RS256,
    ES384
  }

  /// A key that signs, or has signed.
  ///
  /// @param id what tokens name it by, unique in its issuer
  /// @param publicKey X.509's SubjectPublicKeyInfo in base64
  /// @param replaced when another took its place; null while it signs
  public record SigningKey(
      String id, Algorithm algorithm, String publicKey, Instant added, @Nullable Instant replaced) {

    /// Whether tokens that it has signed may still be about.
    public boolean isPublished(Instant now) {
      return replaced == null || now.isBefore(replaced.plus(PUBLISHED_AFTER_REPLACED));
    }

    private SigningKey replacedBy(SigningKey other) {
      return replaced == null && algorithm == other.algorithm
          ? new SigningKey(id, algorithm, publicKey, added, other.added)
          : this;
    }
  }

  /// The key that signs with an algorithm.
  public SigningKey signing(Algorithm algorithm) {
    return keys.stream()
        .filter(key -> key.algorithm() == algorithm && key.replaced() == null)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No key for " + algorithm + ": " + id));
  }

  /// The issuer with a new key, which signs from now on in place of the one of its algorithm. What
  /// is not published any more is left out.
  public OutboundIssuer withKey(SigningKey key) {
    List<SigningKey> result = new ArrayList<>();
    for (SigningKey old : keys) {
      SigningKey then = old.replacedBy(key);
      if (then.isPublished(key.added())) {
        result.add(then);
      }
    }
    result.add(key);
    return new OutboundIssuer(id, created, enabled, result);
  }

  public OutboundIssuer withEnabled(boolean newEnabled) {
    return new OutboundIssuer(id, created, newEnabled, keys);
  }

  @Override
  public EntityKey key() {
    return KEY;
  }
}
