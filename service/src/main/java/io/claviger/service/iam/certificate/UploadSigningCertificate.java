package io.claviger.service.iam.certificate;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.Quotas;
import io.claviger.account.SigningCertificate;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.Owner;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.iam.model.UploadSigningCertificateRequest;
import software.amazon.awssdk.services.iam.model.UploadSigningCertificateResponse;

/// Takes in a certificate that a user, or the caller itself, signs requests with.
///
/// Permissions: `iam:UploadSigningCertificate` on the user.
record UploadSigningCertificate()
    implements WriteOperation<UploadSigningCertificateRequest, UploadSigningCertificateResponse> {

  @Override
  public Class<UploadSigningCertificateRequest> input() {
    return UploadSigningCertificateRequest.class;
  }

  @Override
  public Call prepare(UploadSigningCertificateRequest input, Call call, View view) {
    return call.withPrepared(CheckedMaterial.ofSigner(input.certificateBody(), call.now()));
  }

  @Override
  public List<AccessRequest> requires(UploadSigningCertificateRequest input, Call call, View view) {
    return List.of(
        Owner.access(view.home(), "iam:UploadSigningCertificate", input.userName(), call));
  }

  @Override
  public Outcome<UploadSigningCertificateResponse> run(
      UploadSigningCertificateRequest input, Call call, View view) {
    Owner owner = Owner.of(input.userName(), call, view.home());
    CheckedMaterial material = (CheckedMaterial) Objects.requireNonNull(call.prepared());
    String fingerprint = Certificates.fingerprint(material.require());
    requireRoom(owner, fingerprint, view.home());
    SigningCertificate certificate =
        new SigningCertificate(
            call.ids().certificateId(),
            owner.id(),
            input.certificateBody(),
            fingerprint,
            true,
            call.now());
    return new Outcome<>(
        Change.put(certificate),
        UploadSigningCertificateResponse.builder()
            .certificate(SigningCertificates.shown(certificate, owner))
            .build());
  }

  private static void requireRoom(Owner owner, String fingerprint, Account home) {
    if (home.hasSigningCertificate(fingerprint)) {
      throw CertificateErrors.duplicateCertificate();
    }
    if (home.credentialsOf(owner.id(), SigningCertificate.class).size()
        >= Quotas.SIGNING_CERTIFICATES_PER_USER) {
      throw IamErrors.limitExceeded(
          "SigningCertificatesPerUser", Quotas.SIGNING_CERTIFICATES_PER_USER);
    }
  }
}
