package io.claviger.service.iam.certificate;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.ServerCertificate;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamResources;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.UpdateServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.UpdateServerCertificateResponse;

/// Gives a server certificate another name or path. It keeps its unique id.
///
/// Permissions: `iam:UpdateServerCertificate` on the certificate as it is and as it is to be.
///
/// AWS rule: IAM API Reference, "UpdateServerCertificate": "The person making the request (the
/// principal), must have permission to change the server certificate with the old name and the new
/// name."
record UpdateServerCertificate()
    implements WriteOperation<UpdateServerCertificateRequest, UpdateServerCertificateResponse> {

  private static final String ACTION = "iam:UpdateServerCertificate";

  @Override
  public Class<UpdateServerCertificateRequest> input() {
    return UpdateServerCertificateRequest.class;
  }

  @Override
  public List<AccessRequest> requires(UpdateServerCertificateRequest input, Call call, View view) {
    Account home = view.home();
    String name = input.serverCertificateName();
    AccessRequest source = IamResources.serverCertificate(home, ACTION, name);
    AccessRequest target =
        home.serverCertificates()
            .named(name)
            .map(found -> IamResources.entity(home, ACTION, renamed(found, input)))
            .orElseGet(() ->
                IamResources.toBe(
                    home,
                    ACTION,
                    "server-certificate",
                    input.newPath(),
                    Objects.requireNonNullElse(input.newServerCertificateName(), name)));
    return source.equals(target) ? List.of(source) : List.of(source, target);
  }

  @Override
  public Outcome<UpdateServerCertificateResponse> run(
      UpdateServerCertificateRequest input, Call call, View view) {
    ServerCertificate old = ServerCertificates.require(view.home(), input.serverCertificateName());
    ServerCertificate renamed = renamed(old, input);
    Optional<ServerCertificate> holder = view.home().serverCertificates().named(renamed.name());
    if (holder.isPresent() && !holder.get().id().equals(old.id())) {
      throw CertificateErrors.serverCertificateExists(renamed.name());
    }
    return new Outcome<>(Change.put(renamed), UpdateServerCertificateResponse.builder().build());
  }

  private static ServerCertificate renamed(
      ServerCertificate certificate, UpdateServerCertificateRequest input) {
    return certificate.renamed(
        Objects.requireNonNullElse(input.newPath(), certificate.path()),
        Objects.requireNonNullElse(input.newServerCertificateName(), certificate.name()));
  }
}
