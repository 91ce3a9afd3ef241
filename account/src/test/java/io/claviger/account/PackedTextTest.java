package io.claviger.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PackedTextTest {

  @Test
  void textComesBackAndALongOneIsSmall() {
    String text = "bob,N/A,Zürich\n".repeat(1_000);
    PackedText packed = PackedText.of(text);
    assertEquals(text, packed.text());
    assertTrue(packed.packed().length() < 500);
    assertEquals("", PackedText.of("").text());
  }

  @Test
  void damagedTextIsToldFromAGoodOne() {
    PackedText good = PackedText.of("bob");
    for (String packed : List.of("AAAA", "?", good.packed().substring(0, 8))) {
      PackedText damaged = new PackedText(packed);
      assertThrows(IllegalStateException.class, damaged::text, packed);
    }
  }
}
