package io.claviger.access.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.wire.ServiceError;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Compares every error's code, status and wording with `token-errors.golden`, which names where
/// each text comes from.
class TokenErrorsTest {

  private static List<ServiceError> all() {
    return List.of(
        TokenErrors.noProvider("https://idp.example.com"),
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
  void everyErrorIsWordedAsInTheGoldenFile() throws IOException {
    List<String> actual =
        all().stream().map(e -> e.status() + " " + e.code() + ": " + e.message()).toList();
    assertEquals(String.join("\n", golden()), String.join("\n", actual));
  }

  @Test
  void everyFactoryIsInTheGoldenFile() {
    long factories =
        Arrays.stream(TokenErrors.class.getDeclaredMethods())
            .filter(m -> !Modifier.isPrivate(m.getModifiers()) && !m.isSynthetic())
            .count();
    assertEquals(factories, all().size());
  }

  private static List<String> golden() throws IOException {
    String file = "token-errors.golden";
    try (InputStream in =
        Objects.requireNonNull(TokenErrorsTest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }
}
