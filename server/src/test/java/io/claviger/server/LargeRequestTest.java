package io.claviger.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.AuditEvent;
import io.claviger.testkit.TestCertificate;
import io.claviger.testkit.TestMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.iam.IamClient;

/// Bodies of more than 256 KiB, as the metadata of a SAML provider may need.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeRequestTest {

  private static final String METADATA =
      TestMetadata.of("http://idp.example.com")
          .signing(TestCertificate.selfSigned("idp.example.com"))
          .document()
          .replace("<!-- ", "<!-- " + "y".repeat(1_000_000));

  private final Site site = Site.start();

  @AfterAll
  void close() {
    site.close();
  }

  private RawRequest creating(Signer signer, String name) {
    return site.signed(
        signer,
        Site.IAM,
        Site.form(Site.IAM, "CreateSAMLProvider", "Name", name, "SAMLMetadataDocument", METADATA));
  }

  @Test
  void metadataOfAMillionCharactersIsTaken() {
    Answer made = site.send(creating(site.root, "large")).requireSuccess();
    try (IamClient iam = site.iamClient(site.root)) {
      String arn = made.value("SAMLProviderArn");
      assertEquals(
          METADATA, iam.getSAMLProvider(in -> in.samlProviderArn(arn)).samlMetadataDocument());
    }
    AuditEvent event = site.event(made);
    assertTrue(String.valueOf(event.requestParameters()).length() < 3_000, "kept whole");
    assertTrue(
        String.valueOf(event.requestParameters()).contains("(cut from "), event::requestParameters);
  }

  @Test
  void Abuse_133_largeBodyOfNobodyIsNotReadToItsEnd() {
    String code = "RequestEntityTooLarge";
    Signer unknown = new Signer("AKIAIOSFODNN7EXAMPLE", "none", null);
    site.send(creating(unknown, "none")).requireError(413, code);
    site.send(site.post(Site.form(Site.IAM, "CreateSAMLProvider", "X", METADATA)))
        .requireError(413, code);
    Signer wrong = new Signer(site.root.keyId(), "wrong", null);
    site.send(creating(wrong, "wrong")).requireError(403, "SignatureDoesNotMatch");
  }

  @Test
  void Abuse_133_evenKnownCredentialsSendSixteenMebibytesAtMost() {
    String form = "Action=ListUsers&Version=2010-05-08&X=" + "x".repeat(16 * 1024 * 1024);
    site.send(site.signed(site.root, Site.IAM, form)).requireError(413, "RequestEntityTooLarge");
  }
}
