package io.claviger.service.iam.credential;

import io.claviger.account.AccessKey;
import io.claviger.account.Change;
import io.claviger.account.SecretName;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.Owner;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyResponse;

/// Deletes an access key of a user or of the caller itself, and erases its secret.
///
/// Permissions: `iam:DeleteAccessKey` on the user.
record DeleteAccessKey()
    implements WriteOperation<DeleteAccessKeyRequest, DeleteAccessKeyResponse> {

  @Override
  public Class<DeleteAccessKeyRequest> input() {
    return DeleteAccessKeyRequest.class;
  }

  @Override
  public List<AccessRequest> requires(DeleteAccessKeyRequest input, Call call, View view) {
    return List.of(Owner.access(view.home(), "iam:DeleteAccessKey", input.userName(), call));
  }

  @Override
  public Outcome<DeleteAccessKeyResponse> run(DeleteAccessKeyRequest input, Call call, View view) {
    Owner owner = Owner.of(input.userName(), call, view.home());
    AccessKey key = OwnedKeys.require(input.accessKeyId(), owner, view.home());
    return new Outcome<>(
        Change.remove(key.key()).andErase(new SecretName(SecretName.Kind.ACCESS_KEY, key.id())),
        DeleteAccessKeyResponse.builder().build());
  }
}
