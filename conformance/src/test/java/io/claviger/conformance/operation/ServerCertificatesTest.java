package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Quota;
import io.claviger.testkit.TestCertificates.Issued;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.KeyPairMismatchException;
import software.amazon.awssdk.services.iam.model.MalformedCertificateException;
import software.amazon.awssdk.services.iam.model.ServerCertificateMetadata;

class ServerCertificatesTest implements OperationFamily {

  private static final Issued OTHER = Given.certificate("other");

  @Test
  @Success({"UploadServerCertificate", "GetServerCertificate", "ListServerCertificates"})
  void certificateIsUploaded(Tenant t) {
    ServerCertificateMetadata made =
        t.iam()
            .uploadServerCertificate(in ->
                in.serverCertificateName("www")
                    .path("/cloudfront/")
                    .certificateBody(Given.CERTIFICATE.pem())
                    .privateKey(Given.CERTIFICATE.keyPem())
                    .tags(Given.TAGS))
            .serverCertificateMetadata();
    assertEquals(t.arn("server-certificate/cloudfront/www"), made.arn());
    assertTrue(made.serverCertificateId().matches("ASCA[A-Z0-9]{17}"), made::toString);
    assertEquals(Given.CERTIFICATE.certificate().getNotAfter().toInstant(), made.expiration());
    var shown =
        t.iam().getServerCertificate(in -> in.serverCertificateName("www")).serverCertificate();
    assertEquals(made, shown.serverCertificateMetadata());
    assertEquals(Given.CERTIFICATE.pem().strip(), shown.certificateBody().strip());
    assertEquals(List.of(made), list(t));
  }

  @Test
  @Success({"UpdateServerCertificate", "DeleteServerCertificate"})
  void certificateIsRenamedAndDeleted(Tenant t) {
    upload(t, "www");
    t.iam()
        .updateServerCertificate(
            in -> in.serverCertificateName("www").newServerCertificateName("web").newPath("/a/"));
    assertEquals(t.arn("server-certificate/a/web"), list(t).getFirst().arn());
    t.iam().deleteServerCertificate(in -> in.serverCertificateName("web"));
    assertEquals(List.of(), list(t));
  }

  private static List<ServerCertificateMetadata> list(Tenant t) {
    return t.iam().listServerCertificates().serverCertificateMetadataList();
  }

  private static void upload(Tenant t, String name) {
    upload(t, name, Given.CERTIFICATE.pem(), Given.CERTIFICATE.keyPem());
  }

  private static void upload(Tenant t, String name, String body, String key) {
    t.iam()
        .uploadServerCertificate(
            in -> in.serverCertificateName(name).certificateBody(body).privateKey(key));
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.limitExceeded(
            "UploadServerCertificate",
            t -> {
              t.limit(Quota.SERVER_CERTIFICATES, 1);
              upload(t, "www");
              upload(t, "other");
            }),
        Refusal.invalidInput(
            "UploadServerCertificate",
            t ->
                t.iam()
                    .uploadServerCertificate(in ->
                        in.serverCertificateName("www")
                            .certificateBody(Given.CERTIFICATE.pem())
                            .privateKey(Given.CERTIFICATE.keyPem())
                            .tags(Given.SAME_TAG_TWICE))),
        Refusal.alreadyExists(
            "UploadServerCertificate",
            t -> {
              upload(t, "www");
              upload(t, "WWW");
            }),
        Refusal.of(
            "UploadServerCertificate",
            MalformedCertificateException.class,
            t -> upload(t, "www", "no certificate", Given.CERTIFICATE.keyPem())),
        Refusal.of(
            "UploadServerCertificate",
            KeyPairMismatchException.class,
            t -> upload(t, "www", Given.CERTIFICATE.pem(), OTHER.keyPem())),
        Refusal.noSuchEntity(
            "GetServerCertificate",
            t -> t.iam().getServerCertificate(in -> in.serverCertificateName("www"))),
        Refusal.noSuchEntity(
            "UpdateServerCertificate",
            t ->
                t.iam()
                    .updateServerCertificate(in -> in.serverCertificateName("www").newPath("/a/"))),
        Refusal.alreadyExists(
            "UpdateServerCertificate",
            t -> {
              upload(t, "www");
              upload(t, "web");
              t.iam()
                  .updateServerCertificate(
                      in -> in.serverCertificateName("www").newServerCertificateName("web"));
            }),
        Refusal.noSuchEntity(
            "DeleteServerCertificate",
            t -> t.iam().deleteServerCertificate(in -> in.serverCertificateName("www"))));
  }
}
