package io.claviger.service.iam.sshkey;

import io.claviger.account.SshPublicKey;
import io.claviger.service.Operation;
import io.claviger.service.iam.Page;
import io.claviger.service.iam.owned.CredentialInput;
import io.claviger.service.iam.owned.DeleteCredential;
import io.claviger.service.iam.owned.ListCredentials;
import io.claviger.service.iam.owned.UpdateCredential;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DeleteSshPublicKeyRequest;
import software.amazon.awssdk.services.iam.model.DeleteSshPublicKeyResponse;
import software.amazon.awssdk.services.iam.model.ListSshPublicKeysRequest;
import software.amazon.awssdk.services.iam.model.UpdateSshPublicKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateSshPublicKeyResponse;

/// The operations on SSH public keys.
///
/// Permissions: each its own, on the user.
public final class SshKeyOperations {

  private SshKeyOperations() {}

  public static List<Operation<?, ?>> list() {
    return List.of(
        new UploadSshPublicKey(),
        new GetSshPublicKey(),
        new ListCredentials<>(
            ListSshPublicKeysRequest.class,
            "iam:ListSSHPublicKeys",
            SshPublicKey.class,
            ListSshPublicKeysRequest::userName,
            in -> Page.Request.of(in, in.maxItems(), in.marker()),
            SshPublicKeys::answer),
        new UpdateCredential<>(
            new CredentialInput<>(
                UpdateSshPublicKeyRequest.class,
                "iam:UpdateSSHPublicKey",
                SshPublicKeys.KIND,
                UpdateSshPublicKeyRequest::userName,
                UpdateSshPublicKeyRequest::sshPublicKeyId),
            UpdateSshPublicKeyRequest::statusAsString,
            UpdateSshPublicKeyResponse.builder().build()),
        new DeleteCredential<>(
            new CredentialInput<>(
                DeleteSshPublicKeyRequest.class,
                "iam:DeleteSSHPublicKey",
                SshPublicKeys.KIND,
                DeleteSshPublicKeyRequest::userName,
                DeleteSshPublicKeyRequest::sshPublicKeyId),
            DeleteSshPublicKeyResponse.builder().build()));
  }
}
