package io.claviger.server.permission;

import static io.claviger.server.permission.Given.CERTIFICATE;
import static io.claviger.server.permission.Given.PATH;
import static io.claviger.server.permission.Given.TAGS;

import java.util.List;
import software.amazon.awssdk.services.iam.model.StatusType;

/// Server certificates and signing certificates.
final class CertificateSamples {

  private static final String WWW = "server-certificate/team/www";

  private CertificateSamples() {}

  static List<Sample> ofServers() {
    return List.of(
        Sample.of(
                "UploadServerCertificate " + WWW,
                by ->
                    by.iam()
                        .uploadServerCertificate(in ->
                            in.serverCertificateName("www")
                                .path(PATH)
                                .tags(TAGS)
                                .certificateBody(CERTIFICATE.pem())
                                .privateKey(CERTIFICATE.keyPem())))
            .and("TagServerCertificate " + WWW),
        Sample.of(
            "UploadServerCertificate server-certificate/www",
            by ->
                by.iam()
                    .uploadServerCertificate(in ->
                        in.serverCertificateName("www")
                            .certificateBody(CERTIFICATE.pem())
                            .privateKey(CERTIFICATE.keyPem()))),
        Sample.of(
                "GetServerCertificate " + WWW,
                by -> by.iam().getServerCertificate(in -> in.serverCertificateName("www")))
            .given(Given::serverCertificate),
        Sample.of(
            "ListServerCertificates server-certificate/", by -> by.iam().listServerCertificates()),
        Sample.of(
            "ListServerCertificates server-certificate/team/",
            by -> by.iam().listServerCertificates(in -> in.pathPrefix(PATH))),
        Sample.of(
                "UpdateServerCertificate " + WWW,
                by ->
                    by.iam()
                        .updateServerCertificate(
                            in -> in.serverCertificateName("www").newServerCertificateName("web")))
            .and("UpdateServerCertificate server-certificate/team/web")
            .given(Given::serverCertificate),
        Sample.of(
                "DeleteServerCertificate " + WWW,
                by -> by.iam().deleteServerCertificate(in -> in.serverCertificateName("www")))
            .given(Given::serverCertificate));
  }

  static List<Sample> ofUsers() {
    return List.of(
        Sample.of(
                "UploadSigningCertificate user/team/bob",
                by ->
                    by.iam()
                        .uploadSigningCertificate(
                            in -> in.userName("bob").certificateBody(CERTIFICATE.pem())))
            .given(Given::bob),
        Sample.of(
            "UploadSigningCertificate user/carol",
            by -> by.iam().uploadSigningCertificate(in -> in.certificateBody(CERTIFICATE.pem()))),
        Sample.of(
                "ListSigningCertificates user/team/bob",
                by -> by.iam().listSigningCertificates(in -> in.userName("bob")))
            .given(Given::bob),
        Sample.of("ListSigningCertificates user/carol", by -> by.iam().listSigningCertificates()),
        Sample.of(
            "UpdateSigningCertificate user/team/bob",
            Given::bobsCertificate,
            (id, by) ->
                by.iam()
                    .updateSigningCertificate(
                        in -> in.userName("bob").certificateId(id).status(StatusType.INACTIVE))),
        Sample.of(
            "DeleteSigningCertificate user/team/bob",
            Given::bobsCertificate,
            (id, by) ->
                by.iam().deleteSigningCertificate(in -> in.userName("bob").certificateId(id))));
  }
}
