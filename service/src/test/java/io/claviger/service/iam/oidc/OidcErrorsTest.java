package io.claviger.service.iam.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.wire.ServiceError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
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
  void everyErrorIsWordedAsInTheGoldenFile() throws IOException {
    List<String> actual =
        all().stream().map(e -> e.status() + " " + e.code() + ": " + e.message()).toList();
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("oidc-errors.golden"))) {
      String golden = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      assertEquals(golden, String.join("\n", actual));
    }
  }
}
