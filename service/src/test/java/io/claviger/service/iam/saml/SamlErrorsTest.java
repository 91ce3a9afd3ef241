package io.claviger.service.iam.saml;

import io.claviger.testkit.GoldenErrors;
import io.claviger.wire.ServiceError;
import java.util.List;
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
  void everyErrorIsWordedAsInTheGoldenFile() {
    GoldenErrors.check(ServiceError::line, SamlErrors.class, "saml-errors.golden", all());
  }
}
