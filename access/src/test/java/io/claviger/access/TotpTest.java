package io.claviger.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// RFC 6238, appendix B, SHA-1: the last six of the eight digits it prints.
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codesAreThoseOfRfc6238(long epochSecond, String code) {
    long step = Totp.step(Instant.ofEpochSecond(epochSecond));
    assertEquals(code, Totp.code(ascii("12345678901234567890"), step));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12345",
        "1234567",
        " 12345",
        "12345 ",
        "123 456",
        "12345a",
        "+12345",
        "-12345",
        "１２３４５６",
        "١٢٣٤٥٦",
        "12345\u0000",
        "123456\n"
      })
  void Abuse_101_onlySixAsciiDigitsAreACode(String text) {
    assertFalse(Totp.isCode(text));
  }

  @Test
  void leadingZerosBelongToTheCode() {
    assertTrue(Totp.isCode("005924"));
  }
}
