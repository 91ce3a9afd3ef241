package io.claviger.service.iam.servicecredential;

import io.claviger.account.Change;
import io.claviger.account.ServiceSpecificCredential;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.Owner;
import io.claviger.service.iam.owned.CredentialInput;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.iam.model.ResetServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.ResetServiceSpecificCredentialResponse;

/// Gives a credential another secret, in place of the one it has. The answer is the only place it
/// is ever shown.
///
/// Permissions: `iam:ResetServiceSpecificCredential` on the user, with
/// `iam:ServiceSpecificCredentialServiceName`.
record ResetServiceSpecificCredential()
    implements WriteOperation<
        ResetServiceSpecificCredentialRequest, ResetServiceSpecificCredentialResponse> {

  private static final CredentialInput<
          ResetServiceSpecificCredentialRequest, ServiceSpecificCredential>
      CREDENTIAL =
          new CredentialInput<>(
              ResetServiceSpecificCredentialRequest.class,
              "iam:ResetServiceSpecificCredential",
              ServiceCredentials.KIND,
              ResetServiceSpecificCredentialRequest::userName,
              ResetServiceSpecificCredentialRequest::serviceSpecificCredentialId);

  @Override
  public Class<ResetServiceSpecificCredentialRequest> input() {
    return ResetServiceSpecificCredentialRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      ResetServiceSpecificCredentialRequest input, Call call, View view) {
    return List.of(CREDENTIAL.access(input, call, view.home()));
  }

  @Override
  public Outcome<ResetServiceSpecificCredentialResponse> run(
      ResetServiceSpecificCredentialRequest input, Call call, View view) {
    Owner owner = Owner.of(input.userName(), call, view.home());
    ServiceSpecificCredential credential = CREDENTIAL.require(input, call, view.home());
    CredentialService service = CredentialService.require(credential.service());
    ServiceSecret secret = ServiceSecret.generate(service, credential.alias(), call.ids());
    String userName = Objects.requireNonNull(owner.userName(), "root has no such credential");
    return new Outcome<>(
        Change.NONE.andSecret(ServiceSecret.name(credential), secret.hash()),
        ResetServiceSpecificCredentialResponse.builder()
            .serviceSpecificCredential(
                ServiceCredentials.shown(credential, userName, secret, call.now()))
            .build());
  }
}
