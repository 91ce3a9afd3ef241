package io.claviger.service.iam.certificate;

import io.claviger.wire.ServiceError;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What reading a certificate, its private key and its chain has shown. Done before the head is
/// held, since it takes some milliseconds; what is wrong is told only to callers who may upload.
///
/// @param certificate null where there is a problem
/// @param problem null where there is none
record CheckedMaterial(@Nullable X509Certificate certificate, @Nullable ServiceError problem) {

  /// Reads and checks the texts of a server certificate.
  ///
  /// AWS rule: IAM User Guide, "Manage server certificates in IAM", "Upload a server certificate".
  ///
  /// @param chain null where there is none
  static CheckedMaterial ofServer(String body, String key, @Nullable String chain, Instant now) {
    Optional<X509Certificate> certificate = Certificates.parseOne(body);
    if (certificate.isEmpty()) {
      return bad(CertificateErrors.notACertificate());
    }
    Optional<PrivateKey> privateKey = PrivateKeys.parse(key);
    if (privateKey.isEmpty()) {
      return bad(CertificateErrors.notAPrivateKey());
    }
    if (!KeyPairs.isSupported(certificate.get().getPublicKey())) {
      return bad(CertificateErrors.unsupportedKey());
    }
    if (!KeyPairs.match(certificate.get().getPublicKey(), privateKey.get())) {
      return bad(CertificateErrors.keyPairMismatch());
    }
    return chain == null
        ? ifValid(certificate.get(), now)
        : ifChained(certificate.get(), chain, now);
  }

  /// Reads and checks the text of a signing certificate.
  static CheckedMaterial ofSigner(String body, Instant now) {
    Optional<X509Certificate> certificate = Certificates.parseOne(body);
    if (certificate.isEmpty()) {
      return bad(CertificateErrors.notACertificate());
    }
    if (!KeyPairs.isSupportedRsa(certificate.get().getPublicKey())) {
      return bad(
          CertificateErrors.invalidCertificate("its key is no RSA key of 1024 to 4096 bits."));
    }
    if (Certificates.isSelfIssued(certificate.get())
        && !Certificates.isSelfSigned(certificate.get())) {
      return bad(CertificateErrors.invalidCertificate("it is not signed by its own key."));
    }
    return ifValid(certificate.get(), now);
  }

  /// The certificate, if nothing is wrong with it.
  ///
  /// @throws ServiceError that says what is
  X509Certificate require() {
    if (certificate == null || problem != null) {
      throw problem == null ? CertificateErrors.notACertificate() : problem;
    }
    return certificate;
  }

  private static CheckedMaterial ifValid(X509Certificate certificate, Instant now) {
    return Certificates.isValid(certificate, now)
        ? new CheckedMaterial(certificate, null)
        : bad(CertificateErrors.notValidNow());
  }

  private static CheckedMaterial ifChained(X509Certificate certificate, String chain, Instant now) {
    Optional<List<X509Certificate>> issuers = Certificates.parse(chain);
    if (issuers.isEmpty()) {
      return bad(CertificateErrors.brokenChain(-1));
    }
    OptionalInt broken = Certificates.breakIn(certificate, issuers.get(), now);
    return broken.isEmpty()
        ? new CheckedMaterial(certificate, null)
        : bad(CertificateErrors.brokenChain(broken.getAsInt()));
  }

  private static CheckedMaterial bad(ServiceError problem) {
    return new CheckedMaterial(null, problem);
  }
}
