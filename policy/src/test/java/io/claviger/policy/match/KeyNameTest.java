package io.claviger.policy.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// The names of condition keys.
final class KeyNameTest {

  @Test
  void commonKeysHaveTheirNumbers() {
    assertTrue(KeyName.NUMBERED <= Long.SIZE);
    for (int number = 0; number < KeyName.NUMBERED; number++) {
      KeyName name = KeyName.numbered(number);
      assertEquals(number, name.number());
      assertSame(name, KeyName.of(name.lower()));
    }
    assertEquals(KeyName.of("aws:SourceIp"), KeyName.of("AWS:SOURCEIP"));
  }

  /// A name in odd case is the common key, and is found at its place.
  @Test
  void theNumberDoesNotDependOnCase() {
    assertEquals(KeyName.of("aws:SourceIp").number(), KeyName.of("AWS:SourceIP").number());
  }

  @Test
  void namesAreComparedWithoutRegardToCase() {
    assertEquals(KeyName.of("A:b"), KeyName.of("a:B"));
    assertEquals(KeyName.of("A:b").hashCode(), KeyName.of("a:B").hashCode());
    assertNotEquals(KeyName.of("a:b"), KeyName.of("a:c"));
  }
}
