package io.claviger.service.iam.certificate;

import io.claviger.testkit.GoldenErrors;
import io.claviger.wire.ServiceError;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificateErrorsTest {

  @Test
  void everyErrorIsWordedAsInTheGoldenFile() {
    GoldenErrors.check(
        ServiceError::line,
        CertificateErrors.class,
        "certificate-errors.golden",
        List.of(
            CertificateErrors.noSuchServerCertificate("www"),
            CertificateErrors.serverCertificateExists("www"),
            CertificateErrors.notACertificate(),
            CertificateErrors.brokenChain(-1),
            CertificateErrors.notValidNow(),
            CertificateErrors.unsupportedKey(),
            CertificateErrors.notAPrivateKey(),
            CertificateErrors.keyPairMismatch(),
            CertificateErrors.noSuchSigningCertificate("X"),
            CertificateErrors.duplicateCertificate(),
            CertificateErrors.invalidCertificate("why.")));
  }
}
