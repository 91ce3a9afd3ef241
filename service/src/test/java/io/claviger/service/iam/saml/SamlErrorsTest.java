package io.claviger.service.iam.saml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.wire.ServiceError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Compares every error with `saml-errors.golden`. The first text is ours; the others are those
/// that AWS documents.
class SamlErrorsTest {

  private static List<ServiceError> all() {
    return List.of(
        SamlErrors.providerExists("ADFS"),
        SamlErrors.unreadableMetadata(),
        SamlErrors.nothingToUpdate(),
        SamlErrors.encryptionWithoutKey(),
        SamlErrors.keysAddedAndRemoved(),
        SamlErrors.invalidPrivateKey(),
        SamlErrors.lastKeyStays(),
        SamlErrors.noSuchPrivateKey(),
        SamlErrors.tooManyPrivateKeys(2));
  }

  @Test
  void everyErrorIsWordedAsInTheGoldenFile() throws IOException {
    List<String> actual =
        all().stream().map(e -> e.status() + " " + e.code() + ": " + e.message()).toList();
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("saml-errors.golden"))) {
      String golden = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      assertEquals(golden, String.join("\n", actual));
    }
  }
}
