package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.testkit.TestCertificates;
import io.claviger.testkit.TestCertificates.Issued;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.DuplicateCertificateException;
import software.amazon.awssdk.services.iam.model.InvalidCertificateException;
import software.amazon.awssdk.services.iam.model.MalformedCertificateException;
import software.amazon.awssdk.services.iam.model.SigningCertificate;
import software.amazon.awssdk.services.iam.model.StatusType;

class SigningCertificatesTest implements OperationFamily {

  /// Signing certificates have RSA keys.
  private static final Issued ELLIPTIC = Given.certificate("ec", TestCertificates.keys("EC", 256));

  private static final String NO_ID = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  @Test
  @Success({
    "UploadSigningCertificate",
    "ListSigningCertificates",
    "UpdateSigningCertificate",
    "DeleteSigningCertificate"
  })
  void certificateIsUploadedSwitchedOffAndDeleted(Tenant t) {
    Given.user(t, "ann");
    SigningCertificate made = upload(t, Given.CERTIFICATE);
    assertEquals(StatusType.ACTIVE, made.status());
    assertEquals(Given.CERTIFICATE.pem(), made.certificateBody());
    assertEquals(List.of(made), list(t));
    t.iam()
        .updateSigningCertificate(in ->
            in.userName("ann").certificateId(made.certificateId()).status(StatusType.INACTIVE));
    assertEquals(StatusType.INACTIVE, list(t).getFirst().status());
    t.iam().deleteSigningCertificate(in -> in.userName("ann").certificateId(made.certificateId()));
    assertEquals(List.of(), list(t));
  }

  private static List<SigningCertificate> list(Tenant t) {
    return t.iam().listSigningCertificates(in -> in.userName("ann")).certificates();
  }

  private static SigningCertificate upload(Tenant t, Issued certificate) {
    return upload(t, certificate.pem());
  }

  private static SigningCertificate upload(Tenant t, String pem) {
    return t.iam()
        .uploadSigningCertificate(in -> in.userName("ann").certificateBody(pem))
        .certificate();
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.noSuchEntity("UploadSigningCertificate", t -> upload(t, Given.CERTIFICATE)),
        Refusal.limitExceeded(
            "UploadSigningCertificate",
            t -> {
              Given.user(t, "ann");
              upload(t, Given.certificate("one"));
              upload(t, Given.certificate("two"));
              upload(t, Given.certificate("three"));
            }),
        Refusal.of(
            "UploadSigningCertificate",
            MalformedCertificateException.class,
            t -> {
              Given.user(t, "ann");
              upload(t, "no certificate");
            }),
        Refusal.of(
            "UploadSigningCertificate",
            InvalidCertificateException.class,
            t -> {
              Given.user(t, "ann");
              upload(t, ELLIPTIC);
            }),
        Refusal.of(
            "UploadSigningCertificate",
            DuplicateCertificateException.class,
            t -> {
              Given.user(t, "ann");
              upload(t, Given.CERTIFICATE);
              upload(t, Given.CERTIFICATE);
            }),
        Refusal.noSuchEntity("ListSigningCertificates", SigningCertificatesTest::list),
        Refusal.noSuchEntity(
            "UpdateSigningCertificate",
            t -> {
              Given.user(t, "ann");
              update(t, NO_ID, StatusType.INACTIVE);
            }),
        Refusal.invalidInput(
            "UpdateSigningCertificate",
            t -> {
              Given.user(t, "ann");
              update(t, upload(t, Given.CERTIFICATE).certificateId(), StatusType.EXPIRED);
            }),
        Refusal.noSuchEntity(
            "DeleteSigningCertificate",
            t -> {
              Given.user(t, "ann");
              t.iam().deleteSigningCertificate(in -> in.userName("ann").certificateId(NO_ID));
            }));
  }

  private static void update(Tenant t, String id, StatusType status) {
    t.iam().updateSigningCertificate(in -> in.userName("ann").certificateId(id).status(status));
  }
}
