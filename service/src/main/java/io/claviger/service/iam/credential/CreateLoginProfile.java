package io.claviger.service.iam.credential;

import io.claviger.account.Change;
import io.claviger.account.LoginProfile;
import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.Owner;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileResponse;

/// Gives a user a password for the console.
///
/// Permissions: `iam:CreateLoginProfile` on the user.
record CreateLoginProfile()
    implements WriteOperation<CreateLoginProfileRequest, CreateLoginProfileResponse> {

  @Override
  public Class<CreateLoginProfileRequest> input() {
    return CreateLoginProfileRequest.class;
  }

  @Override
  public List<AccessRequest> requires(CreateLoginProfileRequest input, Call call, View view) {
    return List.of(Owner.access(view.home(), "iam:CreateLoginProfile", input.userName(), call));
  }

  @Override
  public Call prepare(CreateLoginProfileRequest input, Call call, View view) {
    return Optional.ofNullable(input.password())
        .flatMap(password ->
            LoginProfiles.find(input.userName(), call, view.home())
                .filter(user -> view.home().loginProfile(user.id()).isEmpty())
                .flatMap(user -> LoginProfiles.hash(password, user, call, view)))
        .map(call::withPrepared)
        .orElse(call);
  }

  @Override
  public Outcome<CreateLoginProfileResponse> run(
      CreateLoginProfileRequest input, Call call, View view) {
    User user = LoginProfiles.user(input.userName(), call, view.home());
    if (view.home().loginProfile(user.id()).isPresent()) {
      throw IamErrors.loginProfileExists(user.name());
    }
    if (input.password() == null) {
      throw IamErrors.passwordMissing();
    }
    LoginProfile profile =
        new LoginProfile(
            user.id(), call.now(), Boolean.TRUE.equals(input.passwordResetRequired()), call.now());
    Change change =
        LoginProfiles.set(
            user,
            profile,
            input.password(),
            (HashedPassword) call.prepared(),
            PasswordHistory.EMPTY,
            view.home());
    return new Outcome<>(
        change,
        CreateLoginProfileResponse.builder()
            .loginProfile(GetLoginProfile.shown(profile, user))
            .build());
  }
}
