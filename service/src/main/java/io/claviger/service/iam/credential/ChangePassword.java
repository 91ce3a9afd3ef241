package io.claviger.service.iam.credential;

import io.claviger.access.Caller;
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
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.ChangePasswordRequest;
import software.amazon.awssdk.services.iam.model.ChangePasswordResponse;

/// Lets an IAM user change its own password, which it must know.
///
/// Permissions: `iam:ChangePassword` on the user itself. The account's password policy can grant it
/// to every user; that is the authorizer's to know.
record ChangePassword() implements WriteOperation<ChangePasswordRequest, ChangePasswordResponse> {

  /// Both passwords, hashed. The new one is null where it will be refused anyway.
  private record Hashed(HashedPassword old, @Nullable HashedPassword fresh) {}

  @Override
  public Class<ChangePasswordRequest> input() {
    return ChangePasswordRequest.class;
  }

  @Override
  public List<AccessRequest> requires(ChangePasswordRequest input, Call call, View view) {
    return List.of(
        switch (call.caller()) {
          case Caller.IamUser _, Caller.Root _ ->
              Owner.access(view.home(), "iam:ChangePassword", null, call);
          case Caller.RoleSession _,
              Caller.FederatedUser _,
              Caller.Federated _,
              Caller.Anonymous _ ->
              throw IamErrors.notAnIamUser();
        });
  }

  @Override
  public Call prepare(ChangePasswordRequest input, Call call, View view) {
    return caller(call, view)
        .map(user -> call.withPrepared(hashed(input, user, call, view)))
        .orElse(call);
  }

  private static Hashed hashed(ChangePasswordRequest input, User user, Call call, View view) {
    PasswordHistory history = LoginProfiles.history(user, call, view);
    return new Hashed(
        HashedPassword.of(input.oldPassword(), history, call.ids()),
        LoginProfiles.hash(input.newPassword(), user, call, view).orElse(null));
  }

  @Override
  public Outcome<ChangePasswordResponse> run(ChangePasswordRequest input, Call call, View view) {
    User user = caller(call, view).orElseThrow(IamErrors::notAnIamUser);
    LoginProfile old = LoginProfiles.require(user, view.home());
    PasswordHistory history = LoginProfiles.history(user, call, view);
    if (!(call.prepared() instanceof Hashed hashed) || !hashed.old().isComparableWith(history)) {
      throw IamErrors.loginProfileChanging(user.name());
    }
    if (!history.isCurrent(hashed.old())) {
      throw IamErrors.wrongOldPassword();
    }
    LoginProfile changed = new LoginProfile(user.id(), old.created(), false, call.now());
    return new Outcome<>(
        LoginProfiles.set(user, changed, input.newPassword(), hashed.fresh(), history, view.home()),
        ChangePasswordResponse.builder().build());
  }

  private static Optional<User> caller(Call call, View view) {
    return LoginProfiles.find(null, call, view.home());
  }
}
