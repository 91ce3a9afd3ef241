package io.claviger.service.iam.servicecredential;

import io.claviger.testkit.GoldenErrors;
import io.claviger.wire.ServiceError;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceCredentialErrorsTest {

  @Test
  void everyErrorIsWordedAsInTheGoldenFile() {
    GoldenErrors.check(
        ServiceError::line,
        ServiceCredentialErrors.class,
        "service-credential-errors.golden",
        List.of(
            ServiceCredentialErrors.serviceNotSupported(),
            ServiceCredentialErrors.noSuchCredential("ACCAX"),
            ServiceCredentialErrors.noExpiryFor("codecommit.amazonaws.com"),
            ServiceCredentialErrors.allUsersAndOne(),
            ServiceCredentialErrors.allUsersOfNoService()));
  }
}
