package io.claviger.service.iam.certificate;

import io.claviger.account.Account;
import io.claviger.account.SecretName;
import io.claviger.account.ServerCertificate;
import io.claviger.base.AccountId;
import software.amazon.awssdk.services.iam.model.ServerCertificateMetadata;

/// Server certificates as requests name them and answers have them.
public final class ServerCertificates {

  private ServerCertificates() {}

  /// The certificate of that name, compared without regard to case.
  ///
  /// @throws io.claviger.wire.ServiceError when there is none
  public static ServerCertificate require(Account home, String name) {
    return home.serverCertificates()
        .named(name)
        .orElseThrow(() -> CertificateErrors.noSuchServerCertificate(name));
  }

  /// Where a certificate's private key is stored.
  static SecretName secretName(ServerCertificate certificate) {
    return new SecretName(SecretName.Kind.SERVER_CERTIFICATE, certificate.id());
  }

  /// What all answers have: everything but the texts and the tags.
  static ServerCertificateMetadata shown(ServerCertificate certificate, AccountId account) {
    return ServerCertificateMetadata.builder()
        .path(certificate.path())
        .serverCertificateName(certificate.name())
        .serverCertificateId(certificate.id())
        .arn(certificate.arn(account).toString())
        .uploadDate(certificate.created())
        .expiration(certificate.expiration())
        .build();
  }
}
