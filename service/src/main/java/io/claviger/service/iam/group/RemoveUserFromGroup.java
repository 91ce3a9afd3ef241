package io.claviger.service.iam.group;

import io.claviger.account.Change;
import io.claviger.account.Group;
import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupResponse;

/// Ends a user's membership of a group; nothing happens when it is no member.
///
/// Permissions: `iam:RemoveUserFromGroup` on the group.
record RemoveUserFromGroup()
    implements WriteOperation<RemoveUserFromGroupRequest, RemoveUserFromGroupResponse> {

  @Override
  public Class<RemoveUserFromGroupRequest> input() {
    return RemoveUserFromGroupRequest.class;
  }

  @Override
  public List<AccessRequest> requires(RemoveUserFromGroupRequest input, Call call, View view) {
    return List.of(IamResources.group(view.home(), "iam:RemoveUserFromGroup", input.groupName()));
  }

  @Override
  public Outcome<RemoveUserFromGroupResponse> run(
      RemoveUserFromGroupRequest input, Call call, View view) {
    Group group = IamEntities.group(view.home(), input.groupName());
    User user = IamEntities.user(view.home(), input.userName());
    List<String> others = user.groups().stream().filter(id -> !id.equals(group.id())).toList();
    return new Outcome<>(
        others.equals(user.groups()) ? Change.NONE : Change.put(user.withGroups(others)),
        RemoveUserFromGroupResponse.builder().build());
  }
}
