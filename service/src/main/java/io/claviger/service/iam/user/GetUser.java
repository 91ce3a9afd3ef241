package io.claviger.service.iam.user;

import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.Owner;
import java.util.List;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.GetUserResponse;
import software.amazon.awssdk.services.iam.model.User;

/// One user, or the caller's own where no name is given; for root the root user.
///
/// Permissions: `iam:GetUser` on the user.
record GetUser() implements ReadOperation<GetUserRequest, GetUserResponse> {

  @Override
  public Class<GetUserRequest> input() {
    return GetUserRequest.class;
  }

  @Override
  public List<AccessRequest> requires(GetUserRequest input, Call call, View view) {
    return List.of(Owner.access(view.home(), "iam:GetUser", input.userName(), call));
  }

  @Override
  public GetUserResponse run(GetUserRequest input, Call call, View view) {
    Owner owner = Owner.of(input.userName(), call, view.home());
    User.Builder shown =
        switch (owner) {
          case Owner.OfUser(var user) -> ShownUser.whole(user, view.home().id());
          case Owner.OfRoot _ -> ShownUser.root(view.home());
        };
    return GetUserResponse.builder()
        .user(shown.passwordLastUsed(ShownUser.passwordLastUsed(owner.id(), call, view)).build())
        .build();
  }
}
