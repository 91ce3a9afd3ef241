package io.claviger.access;

import io.claviger.account.Ids;
import io.claviger.account.Packed;
import io.claviger.account.TokenKeys;
import io.claviger.base.SecretText;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// Issues temporary credentials and reads their session tokens back.
///
/// A token is sealed and holds all there is to know of its session, so that nothing of it is
/// stored. It is written with the base64 alphabet of RFC 4648, section 4, in exactly one way: a
/// token that is changed in any bit, even one that decodes to the same bytes, is not ours.
public final class SessionTokens {

  /// The longest token, in characters.
  public static final int MAX_CHARACTERS = 4096;

  /// The packed size of session policies and tags that makes up 100 %, in bytes. The rest of the
  /// token is for what every session has; its longest form fits.
  static final int PACKED_POLICY_BYTES = 2048;

  private static final int UNPACKED_LIMIT_BYTES = 1 << 20;

  private final Seal seal;

  public SessionTokens(TokenKeys keys) {
    this.seal = new Seal(keys, "claviger session token");
  }

  /// Makes an access key, a secret and the token for a session.
  ///
  /// @throws IllegalStateException if the token came out too long, which it cannot while
  ///   [#packedPolicySizePercent] is at most 100
  public Credentials issue(Session session, Ids ids) {
    String accessKeyId = ids.accessKeyId(Ids.Prefix.ASIA, session.account());
    SecretText secret = ids.secretAccessKey();
    byte[] packed = Packed.RAW.pack(TokenForm.write(accessKeyId, secret, session));
    String token = Base64.getEncoder().encodeToString(seal.close(packed, "", ids));
    if (token.length() > MAX_CHARACTERS) {
      throw new IllegalStateException("A session token of " + token.length() + " characters");
    }
    return new Credentials(accessKeyId, secret, SecretText.of(token), session.expiresAt());
  }

  /// Reads a token back. Nobody has shown yet to hold its secret key.
  public OpenedToken open(SecretText token, Instant now) {
    Optional<OpenedToken.Valid> opened =
        decode(token.reveal())
            .flatMap(sealed -> seal.open(sealed, ""))
            .flatMap(packed -> Packed.RAW.unpack(packed, UNPACKED_LIMIT_BYTES))
            .flatMap(TokenForm::read);
    if (opened.isEmpty()) {
      return new OpenedToken.Invalid();
    }
    return opened.get().session().isExpired(now) ? new OpenedToken.Expired() : opened.get();
  }

  /// How much of the space for session policies and tags a session takes: `PackedPolicySize`. Above
  /// 100 no token can be issued. What a token says of whom it was got for counts as well, since it
  /// takes of the same space; alone it always fits.
  ///
  /// AWS rule: STS API Reference, "AssumeRole", `PackedPolicySize`.
  public static int packedPolicySizePercent(Session session) {
    boolean isBare = !session.hasSessionPolicies() && session.tags().all().isEmpty();
    if (isBare) {
      return 0;
    }
    Federation federation = session.federation();
    int packedBytes =
        Packed.RAW.pack(TokenForm.writeLimits(session)).length
            + (federation == null ? 0 : federation.bytes());
    return Math.ceilDiv(packedBytes * 100, PACKED_POLICY_BYTES);
  }

  private static Optional<byte[]> decode(String token) {
    if (token.length() > MAX_CHARACTERS) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(token);
      boolean isCanonical = Base64.getEncoder().encodeToString(bytes).equals(token);
      return isCanonical ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
