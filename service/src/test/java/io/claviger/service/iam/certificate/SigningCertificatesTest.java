package io.claviger.service.iam.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.service.InMemoryIam;
import io.claviger.testkit.TestCertificates;
import io.claviger.testkit.TestCertificates.Issued;
import io.claviger.wire.ServiceError;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteSigningCertificateRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.ListSigningCertificatesRequest;
import software.amazon.awssdk.services.iam.model.ListSigningCertificatesResponse;
import software.amazon.awssdk.services.iam.model.SigningCertificate;
import software.amazon.awssdk.services.iam.model.UpdateSigningCertificateRequest;
import software.amazon.awssdk.services.iam.model.UploadSigningCertificateRequest;
import software.amazon.awssdk.services.iam.model.UploadSigningCertificateResponse;

class SigningCertificatesTest {

  private static final TestCertificates MAKER = new TestCertificates(InMemoryIam.START);
  private static final Issued ONE = MAKER.selfSigned("one");

  private final InMemoryIam iam = new InMemoryIam();

  @BeforeEach
  void createUsers() {
    iam.call(CreateUserRequest.builder().userName("bob").build());
    iam.call(CreateUserRequest.builder().userName("eve").build());
  }

  private static UploadSigningCertificateRequest upload(@Nullable String user, Issued issued) {
    return UploadSigningCertificateRequest.builder()
        .userName(user)
        .certificateBody(issued.pem())
        .build();
  }

  private static SigningCertificate uploaded(
      InMemoryIam caller, @Nullable String user, Issued issued) {
    return caller.call(upload(user, issued), UploadSigningCertificateResponse.class).certificate();
  }

  private List<SigningCertificate> list(@Nullable String user) {
    return iam.call(
            ListSigningCertificatesRequest.builder().userName(user).build(),
            ListSigningCertificatesResponse.class)
        .certificates();
  }

  private static UpdateSigningCertificateRequest update(String user, String id, String status) {
    return UpdateSigningCertificateRequest.builder()
        .userName(user)
        .certificateId(id)
        .status(status)
        .build();
  }

  private static DeleteSigningCertificateRequest delete(String user, String id) {
    return DeleteSigningCertificateRequest.builder().userName(user).certificateId(id).build();
  }

  @Test
  void newCertificateIsActiveAndListed() {
    SigningCertificate made = uploaded(iam, "bob", ONE);
    assertEquals("bob", made.userName());
    assertTrue(made.certificateId().matches("[A-Z2-7]{32}"), made.certificateId());
    assertEquals(ONE.pem(), made.certificateBody());
    assertEquals("Active", made.statusAsString());
    assertEquals(iam.now(), made.uploadDate());
    assertEquals(List.of(made), list("bob"));
    assertEquals(List.of(), list("eve"));
  }

  @Test
  void thirdCertificateIsRefused() {
    uploaded(iam, "bob", ONE);
    uploaded(iam, "bob", MAKER.selfSigned("two"));
    assertEquals(
        "Cannot exceed quota for SigningCertificatesPerUser: 2",
        iam.error(upload("bob", MAKER.selfSigned("three"))).message());
  }

  @Test
  void sameCertificateIsRefusedForWhomever() {
    String id = uploaded(iam, "bob", ONE).certificateId();
    for (String user : List.of("bob", "eve")) {
      ServiceError error = iam.error(upload(user, ONE));
      assertEquals("DuplicateCertificate", error.code());
      assertEquals(409, error.status());
    }
    iam.call(delete("bob", id));
    uploaded(iam, "eve", ONE);
  }

  @Test
  void certificateIsDeactivatedAndDeleted() {
    String id = uploaded(iam, "bob", ONE).certificateId();
    iam.call(update("bob", id, "Inactive"));
    assertEquals("Inactive", list("bob").getFirst().statusAsString());
    assertEquals("InvalidInput", iam.error(update("bob", id, "Expired")).code());
    iam.call(delete("bob", id));
    assertEquals(List.of(), list("bob"));
    assertEquals(
        "The Certificate with id " + id + " cannot be found.",
        iam.error(delete("bob", id)).message());
  }

  @Test
  void whatIsNoValidCertificateIsRefused() {
    UploadSigningCertificateRequest.Builder bob =
        UploadSigningCertificateRequest.builder().userName("bob");
    assertEquals(
        "MalformedCertificate", iam.error(bob.certificateBody(ONE.keyPem()).build()).code());
    Issued elliptic = MAKER.selfSigned("ec", TestCertificates.keys("EC", 256));
    assertEquals("InvalidCertificate", iam.error(upload("bob", elliptic)).code());
    Issued impostor = MAKER.issued("Root", MAKER.authority("Root"));
    assertEquals("InvalidCertificate", iam.error(upload("bob", impostor)).code());
    KeyPair keys = TestCertificates.keys("RSA", 1_024);
    Issued late =
        MAKER.selfSigned(
            "late",
            keys,
            InMemoryIam.START.minus(Duration.ofDays(2)),
            InMemoryIam.START.minus(Duration.ofDays(1)));
    assertEquals("MalformedCertificate", iam.error(upload("bob", late)).code());
    uploaded(iam, "bob", MAKER.issued("of an authority", MAKER.authority("Root")));
  }

  @Test
  void userIsNotDeletedWhileItHasOne() {
    String id = uploaded(iam, "bob", ONE).certificateId();
    DeleteUserRequest bob = DeleteUserRequest.builder().userName("bob").build();
    assertEquals("Cannot delete entity, must delete certificates first.", iam.error(bob).message());
    iam.call(delete("bob", id));
    iam.call(bob);
  }

  @Test
  void withoutANameTheCallersOwnIsMeantAndRootsIsInTheSummary() {
    assertEquals("bob", uploaded(iam.asUser("bob"), null, ONE).userName());
    assertEquals(0, summary("AccountSigningCertificatesPresent"));
    assertNull(uploaded(iam, null, MAKER.selfSigned("root")).userName());
    assertEquals(1, list(null).size());
    assertEquals(1, summary("AccountSigningCertificatesPresent"));
    assertEquals("ValidationError", iam.asRoleSession().error(upload(null, ONE)).code());
  }

  private int summary(String key) {
    return iam.call(GetAccountSummaryRequest.builder().build(), GetAccountSummaryResponse.class)
        .summaryMapAsStrings()
        .getOrDefault(key, -1);
  }

  /// The right to manage one's own certificates reaches no other user's.
  @Test
  void Abuse_050_certificateOfAnotherUserIsOutOfReach() {
    String id = uploaded(iam, "bob", ONE).certificateId();
    assertEquals("NoSuchEntity", iam.error(update("eve", id, "Inactive")).code());
    assertEquals("NoSuchEntity", iam.error(delete("eve", id)).code());
    iam.call(delete("bob", id));
  }
}
