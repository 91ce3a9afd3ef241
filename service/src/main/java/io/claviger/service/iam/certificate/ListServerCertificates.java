package io.claviger.service.iam.certificate;

import io.claviger.account.ServerCertificate;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.Page;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.iam.model.ListServerCertificatesRequest;
import software.amazon.awssdk.services.iam.model.ListServerCertificatesResponse;

/// The server certificates under a path prefix, in the order of their names, without texts and
/// tags.
///
/// Permissions: `iam:ListServerCertificates` on `server-certificate` and the prefix.
record ListServerCertificates()
    implements ReadOperation<ListServerCertificatesRequest, ListServerCertificatesResponse> {

  @Override
  public Class<ListServerCertificatesRequest> input() {
    return ListServerCertificatesRequest.class;
  }

  @Override
  public List<AccessRequest> requires(ListServerCertificatesRequest input, Call call, View view) {
    return List.of(
        IamResources.listed(
            view.home(), "iam:ListServerCertificates", "server-certificate", input.pathPrefix()));
  }

  @Override
  public ListServerCertificatesResponse run(
      ListServerCertificatesRequest input, Call call, View view) {
    String prefix = Objects.requireNonNullElse(input.pathPrefix(), "/");
    Page<ServerCertificate> page =
        Page.of(
            Page.Request.of(input, input.maxItems(), input.marker()),
            view.home().serverCertificates()::inOrder,
            ServerCertificate::name,
            certificate -> certificate.path().startsWith(prefix));
    return ListServerCertificatesResponse.builder()
        .serverCertificateMetadataList(
            page.map(found -> ServerCertificates.shown(found, view.home().id())).items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }
}
