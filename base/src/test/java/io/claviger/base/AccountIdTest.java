package io.claviger.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AccountIdTest {

  @Test
  void leadingZerosAreKept() {
    assertEquals("000000000012", AccountId.of(12).digits());
    assertEquals(12, new AccountId("000000000012").number());
  }

  @Test
  void onlyTwelveAsciiDigitsNameAnAccount() {
    assertTrue(AccountId.find("12345678901").isEmpty());
    assertTrue(AccountId.find("12345678901a").isEmpty());
    assertTrue(AccountId.find("١٢٣٤٥٦٧٨٩٠١٢").isEmpty());
    assertThrows(IllegalArgumentException.class, () -> AccountId.of(1_000_000_000_000L));
  }
}
