package io.claviger.service.iam.user;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.ServiceSpecificCredential;
import io.claviger.account.SigningCertificate;
import io.claviger.account.SshPublicKey;
import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamErrors.Conflict;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserResponse;

/// Deletes a user that has nothing left: no credentials, no groups, no policies. A boundary and
/// tags go with it.
///
/// Permissions: `iam:DeleteUser` on the user.
///
/// AWS rule: IAM API Reference, "DeleteUser": "you must delete the items attached to the user
/// manually, or the deletion fails".
record DeleteUser() implements WriteOperation<DeleteUserRequest, DeleteUserResponse> {

  @Override
  public Class<DeleteUserRequest> input() {
    return DeleteUserRequest.class;
  }

  @Override
  public List<AccessRequest> requires(DeleteUserRequest input, Call call, View view) {
    return List.of(IamResources.user(view.home(), "iam:DeleteUser", input.userName()));
  }

  @Override
  public Outcome<DeleteUserResponse> run(DeleteUserRequest input, Call call, View view) {
    User user = IamEntities.user(view.home(), input.userName());
    requireBare(user, view.home());
    return new Outcome<>(Change.remove(user.key()), DeleteUserResponse.builder().build());
  }

  private static void requireBare(User user, Account home) {
    refuse(home.loginProfile(user.id()).isPresent(), Conflict.LOGIN_PROFILE);
    refuse(!home.accessKeysOf(user.id()).isEmpty(), Conflict.ACCESS_KEYS);
    refuse(
        !home.credentialsOf(user.id(), SigningCertificate.class).isEmpty(), Conflict.CERTIFICATES);
    refuse(!home.mfaDevicesOf(user.id()).isEmpty(), Conflict.MFA_DEVICES);
    refuse(
        !home.credentialsOf(user.id(), SshPublicKey.class).isEmpty()
            || !home.credentialsOf(user.id(), ServiceSpecificCredential.class).isEmpty(),
        Conflict.REFERENCED_OBJECTS);
    refuse(!user.groups().isEmpty(), Conflict.GROUP_MEMBERS);
    refuse(!user.policies().attached().isEmpty(), Conflict.ATTACHED_POLICIES);
    refuse(!user.policies().inline().isEmpty(), Conflict.INLINE_POLICIES);
  }

  private static void refuse(boolean isThere, Conflict conflict) {
    if (isThere) {
      throw IamErrors.deleteConflict(conflict);
    }
  }
}
