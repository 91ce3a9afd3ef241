package io.claviger.service.iam.credential;

import io.claviger.account.Change;
import io.claviger.account.LoginProfile;
import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamResources;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileResponse;

/// Sets another password for a user, or whether it must be changed at the next sign-in.
///
/// Permissions: `iam:UpdateLoginProfile` on the user.
record UpdateLoginProfile()
    implements WriteOperation<UpdateLoginProfileRequest, UpdateLoginProfileResponse> {

  @Override
  public Class<UpdateLoginProfileRequest> input() {
    return UpdateLoginProfileRequest.class;
  }

  @Override
  public List<AccessRequest> requires(UpdateLoginProfileRequest input, Call call, View view) {
    return List.of(IamResources.user(view.home(), "iam:UpdateLoginProfile", input.userName()));
  }

  @Override
  public Call prepare(UpdateLoginProfileRequest input, Call call, View view) {
    return Optional.ofNullable(input.password())
        .flatMap(password ->
            view.home()
                .users()
                .named(input.userName())
                .filter(user -> view.home().loginProfile(user.id()).isPresent())
                .flatMap(user -> LoginProfiles.hash(password, user, call, view)))
        .map(call::withPrepared)
        .orElse(call);
  }

  @Override
  public Outcome<UpdateLoginProfileResponse> run(
      UpdateLoginProfileRequest input, Call call, View view) {
    User user = LoginProfiles.user(input.userName(), call, view.home());
    LoginProfile old = LoginProfiles.require(user, view.home());
    boolean isReset =
        Objects.requireNonNullElse(input.passwordResetRequired(), old.resetRequired());
    return new Outcome<>(
        change(input, old, isReset, user, call, view),
        UpdateLoginProfileResponse.builder().build());
  }

  private static Change change(
      UpdateLoginProfileRequest input,
      LoginProfile old,
      boolean isReset,
      User user,
      Call call,
      View view) {
    if (input.password() == null) {
      return Change.put(new LoginProfile(user.id(), old.created(), isReset, old.passwordChanged()));
    }
    return LoginProfiles.set(
        user,
        new LoginProfile(user.id(), old.created(), isReset, call.now()),
        input.password(),
        (HashedPassword) call.prepared(),
        LoginProfiles.history(user, call, view),
        view.home());
  }
}
