package io.claviger.service.iam.user;

import io.claviger.account.Account;
import io.claviger.account.Activity;
import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.base.AccountId;
import io.claviger.service.Call;
import io.claviger.service.iam.Boundaries;
import io.claviger.service.iam.IamTags;
import io.claviger.service.iam.Owner;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Users as answers have them.
///
/// AWS rule: IAM API Reference, "User": list operations leave out tags and boundary.
public final class ShownUser {

  private ShownUser() {}

  /// With path, name, id, ARN and date, as lists have it.
  public static software.amazon.awssdk.services.iam.model.User.Builder listed(
      User user, AccountId account) {
    return software.amazon.awssdk.services.iam.model.User.builder()
        .path(user.path())
        .userName(user.name())
        .userId(user.id())
        .arn(user.arn(account).toString())
        .createDate(user.created());
  }

  /// With the boundary and the tags too, where there are any.
  static software.amazon.awssdk.services.iam.model.User.Builder whole(
      User user, AccountId account) {
    var builder = listed(user, account).permissionsBoundary(Boundaries.shown(user.boundary()));
    return user.tags().all().isEmpty() ? builder : builder.tags(IamTags.shown(user.tags().all()));
  }

  /// The root user, whose id is the account's.
  public static software.amazon.awssdk.services.iam.model.User.Builder root(Account account) {
    return software.amazon.awssdk.services.iam.model.User.builder()
        .userId(account.id().digits())
        .arn(Owner.rootArn(account.id()).toString())
        .createDate(account.settings().created());
  }

  /// When the user last signed in with a password, or null.
  ///
  /// @param ownerId the user's unique id; of the root user, the account id
  static @Nullable Instant passwordLastUsed(String ownerId, Call call, View view) {
    return call.activity()
        .lastUse(view.home().id(), Activity.Kind.PASSWORD, ownerId)
        .map(Activity.Use::at)
        .orElse(null);
  }
}
