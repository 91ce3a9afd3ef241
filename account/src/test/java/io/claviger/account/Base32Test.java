package io.claviger.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base32Test {

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// RFC 4648, section 10, without the padding.
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "MY, f",
    "MZXQ, fo",
    "MZXW6, foo",
    "MZXW6YQ, foob",
    "MZXW6YTB, fooba",
    "MZXW6YTBOI, foobar"
  })
  void bytesAreReadFiveBitsACharacter(String base32, String text) {
    assertArrayEquals(ascii(text), Base32.decode(base32).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "MZXW6YTB, fooba", "GEZDGNBVGY3TQOJQ, 1234567890"})
  void bytesAreWrittenInFives(String base32, String text) {
    assertEquals(base32, Base32.encode(ascii(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mzxw6", "MZXW6===", "MZX W6", "MZXW1", "MZXWÄ"})
  void otherTextIsNone(String text) {
    assertTrue(Base32.decode(text).isEmpty());
  }
}
