package io.claviger.access.federation;

import io.claviger.testkit.GoldenErrors;
import io.claviger.wire.ServiceError;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Compares every error's code, status and wording with `token-errors.golden`.
class TokenErrorsTest {

  private static List<ServiceError> all() {
    return List.of(
        TokenErrors.noProvider("https://idp.example.com"),
        TokenErrors.issuedHere(),
        TokenErrors.notAJwt(),
        TokenErrors.missingClaim("sub"),
        TokenErrors.malformedClaim("exp"),
        TokenErrors.wrongAudience(),
        TokenErrors.notSignedByProvider(),
        TokenErrors.noVerificationKey(),
        TokenErrors.thumbprintMismatch(),
        TokenErrors.notYetValid(),
        TokenErrors.unknownProviderId("www.amazon.com"),
        TokenErrors.expired(
            Instant.ofEpochSecond(1_731_098_245), Instant.ofEpochSecond(1_731_095_240)),
        TokenErrors.providerUnreachable());
  }

  @Test
  void everyErrorIsWordedAsInTheGoldenFile() {
    GoldenErrors.check(ServiceError::line, TokenErrors.class, "token-errors.golden", all());
  }
}
