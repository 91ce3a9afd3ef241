package io.claviger.service.iam.user;

import io.claviger.account.Change;
import io.claviger.account.EntityKind;
import io.claviger.account.Ids;
import io.claviger.account.Quota;
import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamQuotas;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.IamTags;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;

/// Makes a user, who may do nothing yet.
///
/// Permissions: `iam:CreateUser` on the new user, where `iam:PermissionsBoundary` is present with a
/// boundary; with tags also `iam:TagUser`.
record CreateUser(AttachablePolicies policies)
    implements WriteOperation<CreateUserRequest, CreateUserResponse> {

  @Override
  public Class<CreateUserRequest> input() {
    return CreateUserRequest.class;
  }

  @Override
  public List<AccessRequest> requires(CreateUserRequest input, Call call, View view) {
    return IamResources.creating(
        IamResources.toBe(view.home(), "iam:CreateUser", "user", input.path(), input.userName()),
        "iam:TagUser",
        IamTags.given(input.tags()),
        input.permissionsBoundary());
  }

  @Override
  public Outcome<CreateUserResponse> run(CreateUserRequest input, Call call, View view) {
    if (view.home().users().named(input.userName()).isPresent()) {
      throw IamErrors.nameTaken("User", input.userName());
    }
    IamQuotas.requireRoom(Quota.USERS, EntityKind.USER, view.home());
    User user =
        User.create(
            call.ids().uniqueId(Ids.Prefix.AIDA),
            Objects.requireNonNullElse(input.path(), "/"),
            input.userName(),
            call.now(),
            IamTags.of(input.tags(), "TagsPerUser"),
            boundary(input.permissionsBoundary(), view));
    return new Outcome<>(
        Change.put(user),
        CreateUserResponse.builder().user(ShownUser.whole(user, view.home().id()).build()).build());
  }

  private @Nullable Arn boundary(@Nullable String arn, View view) {
    return arn == null ? null : policies.requireBoundary(arn, view.home());
  }
}
