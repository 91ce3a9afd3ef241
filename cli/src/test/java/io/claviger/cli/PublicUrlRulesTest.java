package io.claviger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlRulesTest {

  @ParameterizedTest
  @CsvSource({
    "https://iam.example.org, https://iam.example.org",
    "https://IAM.example.org/, https://iam.example.org",
    "https://iam.example.org:8443, https://iam.example.org:8443",
    "http://localhost:4260, http://localhost:4260",
    "http://[::1]:4260, http://[::1]:4260",
  })
  void urlIsKeptWithoutItsSlash(String given, String kept) {
    assertEquals(URI.create(kept), PublicUrlRules.check(given, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iam.example.org",
        "https://iam.example.org/claviger",
        "https://iam.example.org?a=b",
        "https://iam.example.org#a",
        "https://user@iam.example.org",
        "ftp://iam.example.org",
        "https:///issuer",
        "https://",
        "https://a b",
        "mailto:someone@example.org"
      })
  void whatIsNoPlaceOfAServerIsRefused(String given) {
    Exception refusal =
        assertThrows(IllegalArgumentException.class, () -> PublicUrlRules.check(given, true));
    assertEquals("takes https://HOST or https://HOST:PORT, not " + given, refusal.getMessage());
  }

  @Test
  void plainHttpNeedsToBeAccepted() {
    String url = "http://iam.example.org";
    assertThrows(IllegalArgumentException.class, () -> PublicUrlRules.check(url, false));
    assertEquals(URI.create(url), PublicUrlRules.check(url, true));
  }
}
