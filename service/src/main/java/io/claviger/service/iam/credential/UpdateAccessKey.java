package io.claviger.service.iam.credential;

import io.claviger.account.AccessKey;
import io.claviger.account.Change;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.Owner;
import java.util.List;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyResponse;

/// Activates or deactivates an access key of a user or of the caller itself.
///
/// Permissions: `iam:UpdateAccessKey` on the user.
record UpdateAccessKey()
    implements WriteOperation<UpdateAccessKeyRequest, UpdateAccessKeyResponse> {

  @Override
  public Class<UpdateAccessKeyRequest> input() {
    return UpdateAccessKeyRequest.class;
  }

  @Override
  public List<AccessRequest> requires(UpdateAccessKeyRequest input, Call call, View view) {
    return List.of(Owner.access(view.home(), "iam:UpdateAccessKey", input.userName(), call));
  }

  @Override
  public Outcome<UpdateAccessKeyResponse> run(UpdateAccessKeyRequest input, Call call, View view) {
    Owner owner = Owner.of(input.userName(), call, view.home());
    AccessKey key = OwnedKeys.require(input.accessKeyId(), owner, view.home());
    AccessKey updated = key.withActive(isActive(input.statusAsString()));
    return new Outcome<>(Change.put(updated), UpdateAccessKeyResponse.builder().build());
  }

  private static boolean isActive(String status) {
    return switch (status) {
      case "Active" -> true;
      case "Inactive" -> false;
      // The model has a third value, which is nothing that a caller can set.
      default -> throw IamErrors.invalidInput("Status must be Active or Inactive.");
    };
  }
}
