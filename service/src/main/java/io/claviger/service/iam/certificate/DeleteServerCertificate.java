package io.claviger.service.iam.certificate;

import io.claviger.account.Change;
import io.claviger.account.ServerCertificate;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DeleteServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.DeleteServerCertificateResponse;

/// Deletes a server certificate and erases its private key. There is no load balancer here that
/// could be using it, hence no `DeleteConflict`.
///
/// Permissions: `iam:DeleteServerCertificate` on the certificate.
record DeleteServerCertificate()
    implements WriteOperation<DeleteServerCertificateRequest, DeleteServerCertificateResponse> {

  @Override
  public Class<DeleteServerCertificateRequest> input() {
    return DeleteServerCertificateRequest.class;
  }

  @Override
  public List<AccessRequest> requires(DeleteServerCertificateRequest input, Call call, View view) {
    return List.of(
        IamResources.serverCertificate(
            view.home(), "iam:DeleteServerCertificate", input.serverCertificateName()));
  }

  @Override
  public Outcome<DeleteServerCertificateResponse> run(
      DeleteServerCertificateRequest input, Call call, View view) {
    ServerCertificate gone = ServerCertificates.require(view.home(), input.serverCertificateName());
    return new Outcome<>(
        Change.remove(gone.key()).andErase(ServerCertificates.secretName(gone)),
        DeleteServerCertificateResponse.builder().build());
  }
}
