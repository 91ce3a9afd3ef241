package io.claviger.service.iam.certificate;

import io.claviger.account.SigningCertificate;
import io.claviger.service.Operation;
import io.claviger.service.iam.Owner;
import io.claviger.service.iam.Page;
import io.claviger.service.iam.owned.CredentialInput;
import io.claviger.service.iam.owned.CredentialKind;
import io.claviger.service.iam.owned.CredentialStatus;
import io.claviger.service.iam.owned.DeleteCredential;
import io.claviger.service.iam.owned.ListCredentials;
import io.claviger.service.iam.owned.UpdateCredential;
import io.claviger.wire.ServiceError;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DeleteSigningCertificateRequest;
import software.amazon.awssdk.services.iam.model.DeleteSigningCertificateResponse;
import software.amazon.awssdk.services.iam.model.ListSigningCertificatesRequest;
import software.amazon.awssdk.services.iam.model.ListSigningCertificatesResponse;
import software.amazon.awssdk.services.iam.model.UpdateSigningCertificateRequest;
import software.amazon.awssdk.services.iam.model.UpdateSigningCertificateResponse;

/// The operations on signing certificates.
///
/// Permissions: each its own, on the user.
final class SigningCertificates {

  private SigningCertificates() {}

  /// Signing certificates as a kind of credential.
  private static final class Kind implements CredentialKind<SigningCertificate> {

    @Override
    public Class<SigningCertificate> type() {
      return SigningCertificate.class;
    }

    @Override
    public ServiceError missing(String id) {
      return CertificateErrors.noSuchSigningCertificate(id);
    }
  }

  static List<Operation<?, ?>> list() {
    return List.of(
        new UploadSigningCertificate(),
        new ListCredentials<>(
            ListSigningCertificatesRequest.class,
            "iam:ListSigningCertificates",
            SigningCertificate.class,
            ListSigningCertificatesRequest::userName,
            in -> Page.Request.of(in, in.maxItems(), in.marker()),
            SigningCertificates::answer),
        new UpdateCredential<>(
            new CredentialInput<>(
                UpdateSigningCertificateRequest.class,
                "iam:UpdateSigningCertificate",
                new Kind(),
                UpdateSigningCertificateRequest::userName,
                UpdateSigningCertificateRequest::certificateId),
            UpdateSigningCertificateRequest::statusAsString,
            UpdateSigningCertificateResponse.builder().build()),
        new DeleteCredential<>(
            new CredentialInput<>(
                DeleteSigningCertificateRequest.class,
                "iam:DeleteSigningCertificate",
                new Kind(),
                DeleteSigningCertificateRequest::userName,
                DeleteSigningCertificateRequest::certificateId),
            DeleteSigningCertificateResponse.builder().build()));
  }

  static software.amazon.awssdk.services.iam.model.SigningCertificate shown(
      SigningCertificate certificate, Owner owner) {
    return software.amazon.awssdk.services.iam.model.SigningCertificate.builder()
        .userName(owner.userName())
        .certificateId(certificate.id())
        .certificateBody(certificate.body())
        .status(CredentialStatus.of(certificate))
        .uploadDate(certificate.created())
        .build();
  }

  private static ListSigningCertificatesResponse answer(
      Owner owner, Page<SigningCertificate> page) {
    return ListSigningCertificatesResponse.builder()
        .certificates(page.map(certificate -> shown(certificate, owner)).items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }
}
