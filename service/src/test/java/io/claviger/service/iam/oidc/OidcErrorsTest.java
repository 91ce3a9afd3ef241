package io.claviger.service.iam.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.testkit.GoldenErrors;
import io.claviger.wire.ServiceError;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Compares every error with `oidc-errors.golden`. AWS documents the codes; the first three texts
/// are seen in the field, the last two are ours.
class OidcErrorsTest {

  private static List<ServiceError> all() {
    return List.of(
        OidcErrors.invalidUrl(),
        OidcErrors.providerExists("https://idp.test"),
        OidcErrors.tooManyThumbprints(5),
        OidcErrors.notAThumbprint("zz"),
        OidcErrors.unreachable("https://idp.test"));
  }

  @Test
  void everyErrorIsWordedAsInTheGoldenFile() {
    GoldenErrors.checkWording(ServiceError::line, OidcErrors.class, "oidc-errors.golden", all());
  }

  @Test
  void everyFactoryIsInTheGoldenFile() {
    assertEquals(GoldenErrors.factories(OidcErrors.class), all().size());
  }
}
