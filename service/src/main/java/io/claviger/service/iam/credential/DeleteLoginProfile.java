package io.claviger.service.iam.credential;

import io.claviger.account.Change;
import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.Owner;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileResponse;

/// Takes a user's password away and erases its hashes. Access keys and sessions stay good.
///
/// Permissions: `iam:DeleteLoginProfile` on the user.
record DeleteLoginProfile()
    implements WriteOperation<DeleteLoginProfileRequest, DeleteLoginProfileResponse> {

  @Override
  public Class<DeleteLoginProfileRequest> input() {
    return DeleteLoginProfileRequest.class;
  }

  @Override
  public List<AccessRequest> requires(DeleteLoginProfileRequest input, Call call, View view) {
    return List.of(Owner.access(view.home(), "iam:DeleteLoginProfile", input.userName(), call));
  }

  @Override
  public Outcome<DeleteLoginProfileResponse> run(
      DeleteLoginProfileRequest input, Call call, View view) {
    User user = LoginProfiles.user(input.userName(), call, view.home());
    return new Outcome<>(
        Change.remove(LoginProfiles.require(user, view.home()).key())
            .andErase(PasswordHistory.secretName(user.id())),
        DeleteLoginProfileResponse.builder().build());
  }
}
