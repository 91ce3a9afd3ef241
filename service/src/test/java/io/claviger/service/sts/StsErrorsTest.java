package io.claviger.service.sts;

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

/// Compares every error's code, status and wording with `sts-errors.golden`, of which a line is
/// changed only when AWS is seen to word it otherwise.
class StsErrorsTest {

  private static List<ServiceError> all() {
    return List.of(
        StsErrors.notAuthorized(
            "arn:aws:iam::111122223333:user/bob",
            "sts:AssumeRole",
            "arn:aws:iam::444455556666:role/R"),
        StsErrors.notTrusted("sts:AssumeRoleWithWebIdentity"),
        StsErrors.assertionUsed(),
        StsErrors.wrongMfaCode(),
        StsErrors.mfaDeviceNotTheCallers(),
        StsErrors.mfaIncomplete(),
        StsErrors.longerThanRoleAllows(),
        StsErrors.longerThanChainAllows(),
        StsErrors.tooManyPolicyArns(10),
        StsErrors.policyTooLong(2048),
        StsErrors.noSuchPolicy("arn:aws:iam::111122223333:policy/P"),
        StsErrors.invalidRoleArn(),
        StsErrors.invalidTargetPrincipal(),
        StsErrors.invalidTaskPolicy(),
        StsErrors.taskPolicyMissing(),
        StsErrors.reservedSourceIdentity(),
        StsErrors.noSuchAccessKey("AKIAX"),
        StsErrors.contextsNotSupported(),
        StsErrors.duplicateTagKeys(),
        StsErrors.reservedTagKey(),
        StsErrors.transitiveKeyWithoutTag(),
        StsErrors.inheritedTagOverridden(),
        StsErrors.packedPolicyTooLarge(157),
        StsErrors.packedTagsTooLarge(108),
        StsErrors.malformedPolicy("text"),
        StsErrors.invalidAuthorizationMessage());
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
        Arrays.stream(StsErrors.class.getDeclaredMethods())
            .filter(m -> !Modifier.isPrivate(m.getModifiers()) && !m.isSynthetic())
            .count();
    assertEquals(factories, all().size());
  }

  private static List<String> golden() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(StsErrorsTest.class.getResourceAsStream("sts-errors.golden"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
