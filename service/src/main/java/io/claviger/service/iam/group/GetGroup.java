package io.claviger.service.iam.group;

import io.claviger.account.Group;
import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.base.AccountId;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.Page;
import io.claviger.service.iam.user.ShownUser;
import java.util.List;
import software.amazon.awssdk.services.iam.model.GetGroupRequest;
import software.amazon.awssdk.services.iam.model.GetGroupResponse;

/// A group and its members, page by page in the order of their ids.
///
/// Permissions: `iam:GetGroup` on the group.
record GetGroup() implements ReadOperation<GetGroupRequest, GetGroupResponse> {

  @Override
  public Class<GetGroupRequest> input() {
    return GetGroupRequest.class;
  }

  @Override
  public List<AccessRequest> requires(GetGroupRequest input, Call call, View view) {
    return List.of(IamResources.group(view.home(), "iam:GetGroup", input.groupName()));
  }

  @Override
  public GetGroupResponse run(GetGroupRequest input, Call call, View view) {
    Group group = IamEntities.group(view.home(), input.groupName());
    AccountId account = view.home().id();
    Page<User> page =
        Page.of(
            Page.Request.of(input, input.maxItems(), input.marker()),
            after -> view.home().members(group.id(), after),
            User::id);
    return GetGroupResponse.builder()
        .group(ShownGroup.of(group, account))
        .users(page.map(user -> ShownUser.listed(user, account).build()).items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }
}
