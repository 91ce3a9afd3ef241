package io.claviger.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
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
    assertThrows(UncheckedIOException.class, () -> new PackedText("AAAA").text());
  }
}
