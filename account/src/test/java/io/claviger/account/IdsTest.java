package io.claviger.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.base.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  private final Ids ids = new Ids(new Random(7));

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 12, 111_122_223_333L, 999_999_999_999L})
  void accessKeyIdCarriesItsAccount(long number) {
    for (int i = 0; i < 1000; i++) {
      String id = ids.accessKeyId(Ids.Prefix.AKIA, AccountId.of(number));
      assertTrue(id.matches("AKIA[A-Z2-7]{16}"), id);
      assertEquals(Optional.of(AccountId.of(number)), Ids.accountOf(id));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AKIA", "AKIAIOSFODNN7EXAMPLE", "AKIAaaaaaaaaaaaaaaaa"})
  void foreignKeyIdsCarryNone(String id) {
    assertEquals(Optional.empty(), Ids.accountOf(id));
  }

  @Test
  void timedIdsAreInTheOrderOfTheirTimes() {
    Instant now = Instant.parse("2026-01-01T12:00:00Z");
    String first = ids.timedUuid(now);
    String second = ids.timedUuid(now.plusMillis(1));
    assertTrue(first.compareTo(second) < 0, first + " " + second);
    assertEquals(7, UUID.fromString(first).version());
    assertEquals(2, UUID.fromString(first).variant());
    assertEquals(36, first.length());
  }

  @Test
  void formsAreAwsForms() {
    assertTrue(ids.uniqueId(Ids.Prefix.AROA).matches("AROA[A-Z2-7]{17}"));
    assertEquals(40, ids.secretAccessKey().reveal().length());
    assertEquals(36, ids.uuid().length());
  }
}
