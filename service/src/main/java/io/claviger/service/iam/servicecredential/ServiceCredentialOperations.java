package io.claviger.service.iam.servicecredential;

import io.claviger.service.Operation;
import io.claviger.service.iam.owned.CredentialInput;
import io.claviger.service.iam.owned.DeleteCredential;
import io.claviger.service.iam.owned.UpdateCredential;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DeleteServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceSpecificCredentialResponse;
import software.amazon.awssdk.services.iam.model.UpdateServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.UpdateServiceSpecificCredentialResponse;

/// The operations on service-specific credentials.
///
/// Permissions: each its own, on the user, with `iam:ServiceSpecificCredentialServiceName`.
public final class ServiceCredentialOperations {

  private ServiceCredentialOperations() {}

  public static List<Operation<?, ?>> list() {
    return List.of(
        new CreateServiceSpecificCredential(),
        new ListServiceSpecificCredentials(),
        new ResetServiceSpecificCredential(),
        new UpdateCredential<>(
            new CredentialInput<>(
                UpdateServiceSpecificCredentialRequest.class,
                "iam:UpdateServiceSpecificCredential",
                ServiceCredentials.KIND,
                UpdateServiceSpecificCredentialRequest::userName,
                UpdateServiceSpecificCredentialRequest::serviceSpecificCredentialId),
            UpdateServiceSpecificCredentialRequest::statusAsString,
            UpdateServiceSpecificCredentialResponse.builder().build()),
        new DeleteCredential<>(
            new CredentialInput<>(
                DeleteServiceSpecificCredentialRequest.class,
                "iam:DeleteServiceSpecificCredential",
                ServiceCredentials.KIND,
                DeleteServiceSpecificCredentialRequest::userName,
                DeleteServiceSpecificCredentialRequest::serviceSpecificCredentialId),
            DeleteServiceSpecificCredentialResponse.builder().build()));
  }
}
