package io.claviger.access.saml;

import io.claviger.testkit.GoldenErrors;
import io.claviger.wire.ServiceError;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Compares every error's code, status and wording with `saml-errors.golden`.
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
  void everyErrorIsWordedAsInTheGoldenFile() {
    GoldenErrors.check(ServiceError::line, SamlErrors.class, "saml-errors.golden", all());
  }
}
