package io.claviger.service.iam.user;

import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.Page;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;

/// The users under a path prefix, in the order of their names, without tags and boundaries.
///
/// Permissions: `iam:ListUsers` on `user` and the prefix.
record ListUsers() implements ReadOperation<ListUsersRequest, ListUsersResponse> {

  @Override
  public Class<ListUsersRequest> input() {
    return ListUsersRequest.class;
  }

  @Override
  public List<AccessRequest> requires(ListUsersRequest input, Call call, View view) {
    return List.of(IamResources.listed(view.home(), "iam:ListUsers", "user", input.pathPrefix()));
  }

  @Override
  public ListUsersResponse run(ListUsersRequest input, Call call, View view) {
    String prefix = Objects.requireNonNullElse(input.pathPrefix(), "/");
    Page<User> page =
        Page.of(
            Page.Request.of(input, input.maxItems(), input.marker()),
            view.home().users()::inOrder,
            User::name,
            user -> user.path().startsWith(prefix));
    return ListUsersResponse.builder()
        .users(page.map(user -> shown(user, call, view)).items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  private static software.amazon.awssdk.services.iam.model.User shown(
      User user, Call call, View view) {
    return ShownUser.listed(user, view.home().id())
        .passwordLastUsed(ShownUser.passwordLastUsed(user.id(), call, view))
        .build();
  }
}
