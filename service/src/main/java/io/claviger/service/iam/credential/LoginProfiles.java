package io.claviger.service.iam.credential;

import io.claviger.access.Caller;
import io.claviger.account.Account;
import io.claviger.account.AccountSettings;
import io.claviger.account.Change;
import io.claviger.account.LoginProfile;
import io.claviger.account.PasswordPolicy;
import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.service.Call;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.Owner;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the operations on passwords share. Passwords are hashed in their prepare step, which holds
/// up nobody else.
final class LoginProfiles {

  private LoginProfiles() {}

  /// The IAM user of that name, or the caller's own for null. The root user's password is no login
  /// profile.
  static User user(@Nullable String userName, Call call, Account home) {
    return switch (Owner.of(userName, call, home)) {
      case Owner.OfUser(User user) -> user;
      case Owner.OfRoot _ -> throw IamErrors.userNameMissing();
    };
  }

  /// The same user; empty where there is none.
  static Optional<User> find(@Nullable String userName, Call call, Account home) {
    if (userName != null) {
      return home.users().named(userName);
    }
    return call.caller() instanceof Caller.IamUser user
        ? home.users().byId(user.userId())
        : Optional.empty();
  }

  static LoginProfile require(User user, Account home) {
    return home.loginProfile(user.id())
        .orElseThrow(() -> IamErrors.noSuchLoginProfile(user.name()));
  }

  static PasswordHistory history(User user, Call call, View view) {
    return PasswordHistory.of(
        call.secrets().find(view.home().id(), PasswordHistory.secretName(user.id())));
  }

  /// The password hashed for the user, or empty where setting it will be refused anyway.
  static Optional<HashedPassword> hash(String password, User user, Call call, View view) {
    return PasswordRules.violation(password, view.home()).isPresent()
        ? Optional.empty()
        : Optional.of(HashedPassword.of(password, history(user, call, view), call.ids()));
  }

  /// Sets a user's password, if the account's password policy lets it.
  ///
  /// @param hashed the password as [#hash] made it; null where it did not
  static Change set(
      User user,
      LoginProfile profile,
      String password,
      @Nullable HashedPassword hashed,
      PasswordHistory history,
      Account home) {
    PasswordRules.violation(password, home)
        .ifPresent(rule -> {
          throw IamErrors.passwordPolicyViolation(rule);
        });
    if (hashed == null || !hashed.isComparableWith(history)) {
      // Between hashing and now the rules or the history became others.
      throw IamErrors.loginProfileChanging(user.name());
    }
    if (history.isAmongLast(remembered(home.settings()), hashed)) {
      throw IamErrors.passwordReused();
    }
    return Change.put(profile)
        .andSecret(PasswordHistory.secretName(profile.userId()), history.with(hashed).stored());
  }

  private static int remembered(AccountSettings settings) {
    PasswordPolicy policy = settings.passwordPolicy();
    Integer count = policy == null ? null : policy.reusePrevention();
    return count == null ? 0 : count;
  }
}
