package io.claviger.service.iam.certificate;

import io.claviger.service.Operation;
import java.util.List;
import java.util.stream.Stream;

/// The operations on server certificates, but for their tags, and on signing certificates.
public final class CertificateOperations {

  private CertificateOperations() {}

  public static List<Operation<?, ?>> list() {
    return Stream.of(serverCertificates(), SigningCertificates.list())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Operation<?, ?>> serverCertificates() {
    return List.of(
        new UploadServerCertificate(),
        new GetServerCertificate(),
        new ListServerCertificates(),
        new UpdateServerCertificate(),
        new DeleteServerCertificate());
  }
}
