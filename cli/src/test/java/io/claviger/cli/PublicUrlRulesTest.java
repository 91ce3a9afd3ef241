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
    assertEquals(URI.create(kept), PublicUrlRules.check(URI.create(given), false));
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
        "mailto:someone@example.org"
      })
  void whatIsNoPlaceOfAServerIsRefused(String given) {
    URI url = URI.create(given);
    assertThrows(IllegalArgumentException.class, () -> PublicUrlRules.check(url, true));
  }

  @Test
  void plainHttpNeedsToBeAccepted() {
    URI url = URI.create("http://iam.example.org");
    assertThrows(IllegalArgumentException.class, () -> PublicUrlRules.check(url, false));
    assertEquals(url, PublicUrlRules.check(url, true));
  }
}
