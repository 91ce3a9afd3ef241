package io.claviger.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.claviger.account.DelegationRequest;
import io.claviger.account.Ids;
import io.claviger.account.TokenKeys;
import io.claviger.base.AccountId;
import io.claviger.base.SecretText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class TradeInTokensTest {

  private static final AccountId PARTNER = Samples.OTHER;

  private final Ids ids = new Ids(new Random(7));
  private final TradeInTokens tokens = new TradeInTokens(new OneKey((byte) 1));

  private static DelegationRequest request(String id) {
    return new DelegationRequest(
        id,
        PARTNER,
        "Acme",
        Instant.EPOCH,
        null,
        "",
        "",
        List.of(),
        "{}",
        "",
        null,
        null,
        "",
        900,
        false);
  }

  private SecretText token() {
    return tokens.issue(request("444455556666-x y"), Samples.ACCOUNT, ids);
  }

  @Test
  void tokenSaysWhichRequestItIsOf() {
    assertEquals(
        Optional.of(new TradeInTokens.TradedIn(Samples.ACCOUNT, "444455556666-x y")),
        tokens.open(token(), PARTNER));
  }

  @Test
  void tokenOpensForItsPartnerAndUnderItsKeyOnly() {
    assertEquals(Optional.empty(), tokens.open(token(), Samples.ACCOUNT));
    assertEquals(Optional.empty(), new TradeInTokens(new OneKey((byte) 2)).open(token(), PARTNER));
  }

  @Test
  void everyChangedCharacterSpoilsAToken() {
    String token = token().reveal();
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertEquals(Optional.empty(), tokens.open(SecretText.of(changed), PARTNER), changed);
    }
    for (String odd : List.of("", "!", token + "=", token + "A", " " + token, "A".repeat(2_000))) {
      assertEquals(Optional.empty(), tokens.open(SecretText.of(odd), PARTNER), odd);
    }
  }

  @Test
  void twoTokensOfOneRequestDiffer() {
    assertNotEquals(token().reveal(), token().reveal());
  }

  private record OneKey(byte seed) implements TokenKeys {

    @Override
    public TokenKey current() {
      byte[] key = new byte[32];
      key[0] = seed;
      return new TokenKey(1, new SecretKeySpec(key, "AES"), Instant.EPOCH);
    }

    @Override
    public Optional<TokenKey> byId(int id) {
      return id == 1 ? Optional.of(current()) : Optional.empty();
    }
  }
}
