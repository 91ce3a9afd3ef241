package io.claviger.service.iam.servicecredential;

import io.claviger.service.GoldenErrors;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceCredentialErrorsTest {

  @Test
  void everyErrorIsWordedAsInTheGoldenFile() {
    GoldenErrors.check(
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
