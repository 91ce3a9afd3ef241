package io.claviger.access.saml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.wire.ServiceError;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Compares every error's code, status and wording with `saml-errors.golden`, which names the
/// sources and of which a line is changed only when AWS is seen to word it otherwise.
class SamlErrorsTest {

  private static List<ServiceError> all() {
    return List.of(
        SamlErrors.unreadable(),
        SamlErrors.noSuchProvider(),
        SamlErrors.otherIssuer(),
        SamlErrors.signatureInvalid(),
        SamlErrors.noAudience(),
        SamlErrors.noRecipient(),
        SamlErrors.roleNotInAssertion(),
        SamlErrors.noRoleSessionName(),
        SamlErrors.badRoleSessionName(),
        SamlErrors.badSourceIdentity(),
        SamlErrors.badTags(),
        SamlErrors.badSessionDuration(),
        SamlErrors.badConditions(),
        SamlErrors.encryptionRequired(),
        SamlErrors.tooOld(),
        SamlErrors.expired(),
        SamlErrors.rejectedByProvider(),
        SamlErrors.notAuthorized());
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
        Arrays.stream(SamlErrors.class.getDeclaredMethods())
            .filter(m -> !Modifier.isPrivate(m.getModifiers()) && !m.isSynthetic())
            .count();
    assertEquals(factories, all().size());
  }

  private static List<String> golden() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SamlErrorsTest.class.getResourceAsStream("saml-errors.golden"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }
}
