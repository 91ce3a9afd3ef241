package io.claviger.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class SecretTextTest {

  @Test
  void printingShowsNothingOfTheText() {
    assertFalse(("" + SecretText.of("hunter2")).contains("hunter2"));
  }

  @Test
  void equalityIsByText() {
    assertEquals(SecretText.of("a"), SecretText.of("a"));
    assertNotEquals(SecretText.of("a"), SecretText.of("b"));
  }
}
