package io.claviger.access;

import io.claviger.account.Ids;
import io.claviger.account.Packed;
import io.claviger.account.TokenKeys;
import io.claviger.base.AccountId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// The details of a denial, encoded for the caller, who need not be allowed to see them.
///
/// AWS rule: STS API Reference, "DecodeAuthorizationMessage".
public final class AuthorizationMessages {

  /// The longest message, as the API model has it for `EncodedMessage`.
  public static final int MAX_CHARACTERS = 10_240;

  private static final int UNPACKED_LIMIT_BYTES = 1 << 20;

  private final Seal seal;

  public AuthorizationMessages(TokenKeys keys) {
    this.seal = new Seal(keys, "claviger authorization message");
  }

  /// The details of a decision, sealed for the requester's account; for requesters that have none,
  /// for the resource's.
  public String encode(Authorization authorization, Ids ids) {
    AccountId account =
        authorization.requester().accountId().orElse(authorization.request().resourceAccount());
    byte[] json = AuthorizationDetails.json(authorization).getBytes(StandardCharsets.UTF_8);
    byte[] sealed = seal.close(Packed.RAW.pack(json), account.digits(), ids);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /// The details in JSON; empty unless the message was encoded here for this account and under a
  /// key still kept.
  public Optional<String> decode(String message, AccountId account) {
    if (message.length() > MAX_CHARACTERS) {
      return Optional.empty();
    }
    return bytes(message)
        .flatMap(sealed -> seal.open(sealed, account.digits()))
        .flatMap(packed -> Packed.RAW.unpack(packed, UNPACKED_LIMIT_BYTES))
        .map(json -> new String(json, StandardCharsets.UTF_8));
  }

  private static Optional<byte[]> bytes(String message) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(message));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
