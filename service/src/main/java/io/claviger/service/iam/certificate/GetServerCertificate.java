package io.claviger.service.iam.certificate;

import io.claviger.account.ServerCertificate;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.IamTags;
import java.util.List;
import software.amazon.awssdk.services.iam.model.GetServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.GetServerCertificateResponse;

/// One server certificate with its texts, but for the private key.
///
/// Permissions: `iam:GetServerCertificate` on the certificate.
record GetServerCertificate()
    implements ReadOperation<GetServerCertificateRequest, GetServerCertificateResponse> {

  @Override
  public Class<GetServerCertificateRequest> input() {
    return GetServerCertificateRequest.class;
  }

  @Override
  public List<AccessRequest> requires(GetServerCertificateRequest input, Call call, View view) {
    return List.of(
        IamResources.serverCertificate(
            view.home(), "iam:GetServerCertificate", input.serverCertificateName()));
  }

  @Override
  public GetServerCertificateResponse run(GetServerCertificateRequest input, Call call, View view) {
    ServerCertificate found =
        ServerCertificates.require(view.home(), input.serverCertificateName());
    return GetServerCertificateResponse.builder()
        .serverCertificate(shown ->
            shown
                .serverCertificateMetadata(ServerCertificates.shown(found, view.home().id()))
                .certificateBody(found.body())
                .certificateChain(found.chain())
                .tags(IamTags.shown(found.tags().all())))
        .build();
  }
}
