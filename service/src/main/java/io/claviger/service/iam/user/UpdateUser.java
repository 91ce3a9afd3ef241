package io.claviger.service.iam.user;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.UpdateUserRequest;
import software.amazon.awssdk.services.iam.model.UpdateUserResponse;

/// Gives a user another name or path. It keeps its unique id, and with it its groups, policies and
/// credentials.
///
/// Permissions: `iam:UpdateUser` on the user as it is and as it is to be.
///
/// AWS rule: IAM API Reference, "UpdateUser": "the requester must have appropriate permissions on
/// both the source object and the target object".
record UpdateUser() implements WriteOperation<UpdateUserRequest, UpdateUserResponse> {

  private static final String ACTION = "iam:UpdateUser";

  @Override
  public Class<UpdateUserRequest> input() {
    return UpdateUserRequest.class;
  }

  @Override
  public List<AccessRequest> requires(UpdateUserRequest input, Call call, View view) {
    Account home = view.home();
    AccessRequest source = IamResources.user(home, ACTION, input.userName());
    AccessRequest target =
        home.users()
            .named(input.userName())
            .map(user -> IamResources.entity(home, ACTION, renamed(user, input)))
            .orElseGet(() -> absentTarget(input, home));
    return source.equals(target) ? List.of(source) : List.of(source, target);
  }

  private static AccessRequest absentTarget(UpdateUserRequest input, Account home) {
    String name = Objects.requireNonNullElse(input.newUserName(), input.userName());
    return IamResources.toBe(home, ACTION, "user", input.newPath(), name);
  }

  @Override
  public Outcome<UpdateUserResponse> run(UpdateUserRequest input, Call call, View view) {
    User user = IamEntities.user(view.home(), input.userName());
    User renamed = renamed(user, input);
    Optional<User> holder = view.home().users().named(renamed.name());
    if (holder.isPresent() && !holder.get().id().equals(user.id())) {
      throw IamErrors.nameTaken("User", renamed.name());
    }
    return new Outcome<>(Change.put(renamed), UpdateUserResponse.builder().build());
  }

  private static User renamed(User user, UpdateUserRequest input) {
    return user.renamed(
        Objects.requireNonNullElse(input.newPath(), user.path()),
        Objects.requireNonNullElse(input.newUserName(), user.name()));
  }
}
