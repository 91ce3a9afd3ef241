package io.claviger.service.iam.oidc;

import io.claviger.testkit.GoldenErrors;
import io.claviger.wire.ServiceError;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Compares every error with `oidc-errors.golden`. AWS documents the codes.
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
    GoldenErrors.check(ServiceError::line, OidcErrors.class, "oidc-errors.golden", all());
  }
}
