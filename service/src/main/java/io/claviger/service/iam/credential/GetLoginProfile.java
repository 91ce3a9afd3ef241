package io.claviger.service.iam.credential;

import io.claviger.account.LoginProfile;
import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.Owner;
import java.util.List;
import software.amazon.awssdk.services.iam.model.GetLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.GetLoginProfileResponse;

/// Whether a user has a password and since when.
///
/// Permissions: `iam:GetLoginProfile` on the user.
record GetLoginProfile() implements ReadOperation<GetLoginProfileRequest, GetLoginProfileResponse> {

  @Override
  public Class<GetLoginProfileRequest> input() {
    return GetLoginProfileRequest.class;
  }

  @Override
  public List<AccessRequest> requires(GetLoginProfileRequest input, Call call, View view) {
    return List.of(Owner.access(view.home(), "iam:GetLoginProfile", input.userName(), call));
  }

  @Override
  public GetLoginProfileResponse run(GetLoginProfileRequest input, Call call, View view) {
    User user = LoginProfiles.user(input.userName(), call, view.home());
    return GetLoginProfileResponse.builder()
        .loginProfile(shown(LoginProfiles.require(user, view.home()), user))
        .build();
  }

  static software.amazon.awssdk.services.iam.model.LoginProfile shown(
      LoginProfile profile, User user) {
    return software.amazon.awssdk.services.iam.model.LoginProfile.builder()
        .userName(user.name())
        .createDate(profile.created())
        .passwordResetRequired(profile.resetRequired())
        .build();
  }
}
