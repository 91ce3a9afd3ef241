package io.claviger.access;

import io.claviger.account.DelegationRequest;
import io.claviger.account.Ids;
import io.claviger.account.TokenKeys;
import io.claviger.base.AccountId;
import io.claviger.base.SecretText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// The tokens that partners trade in for delegated credentials. A token is sealed for the partner's
/// account: nobody else's calls open it. It says which request it is of and no more, so that what
/// it is good for is decided when it is traded in.
///
/// AWS rule: STS API Reference, "GetDelegatedAccessToken".
public final class TradeInTokens {

  /// Far more than a token has.
  private static final int MAX_CHARACTERS = 1_024;

  private static final char SEPARATOR = ' ';

  private final Seal seal;

  public TradeInTokens(TokenKeys keys) {
    this.seal = new Seal(keys, "claviger trade-in token");
  }

  /// What a token is of.
  ///
  /// @param owner the account that has accepted the request
  public record TradedIn(AccountId owner, String requestId) {}

  /// A token of the request for its requestor.
  public SecretText issue(DelegationRequest request, AccountId owner, Ids ids) {
    byte[] text = (owner.digits() + SEPARATOR + request.id()).getBytes(StandardCharsets.UTF_8);
    byte[] sealed = seal.close(text, request.requestor().digits(), ids);
    return SecretText.of(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
  }

  /// What the token is of; empty unless it was issued here for this account, under a key still
  /// kept.
  public Optional<TradedIn> open(SecretText token, AccountId requestor) {
    return bytes(token.reveal())
        .flatMap(sealed -> seal.open(sealed, requestor.digits()))
        .map(text -> new String(text, StandardCharsets.UTF_8))
        .map(text ->
            new TradedIn(
                new AccountId(text.substring(0, text.indexOf(SEPARATOR))),
                text.substring(text.indexOf(SEPARATOR) + 1)));
  }

  /// Read in exactly one way: a token that is changed in any bit is none.
  private static Optional<byte[]> bytes(String token) {
    if (token.length() > MAX_CHARACTERS) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      String same = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      return same.equals(token) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
