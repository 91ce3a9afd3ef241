package io.claviger.service.iam.group;

import io.claviger.account.Change;
import io.claviger.account.Group;
import io.claviger.account.Quotas;
import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AddUserToGroupResponse;

/// Makes a user a member of a group; nothing happens when it already is.
///
/// Permissions: `iam:AddUserToGroup` on the group.
record AddUserToGroup() implements WriteOperation<AddUserToGroupRequest, AddUserToGroupResponse> {

  @Override
  public Class<AddUserToGroupRequest> input() {
    return AddUserToGroupRequest.class;
  }

  @Override
  public List<AccessRequest> requires(AddUserToGroupRequest input, Call call, View view) {
    return List.of(IamResources.group(view.home(), "iam:AddUserToGroup", input.groupName()));
  }

  @Override
  public Outcome<AddUserToGroupResponse> run(AddUserToGroupRequest input, Call call, View view) {
    Group group = IamEntities.group(view.home(), input.groupName());
    User user = IamEntities.user(view.home(), input.userName());
    return new Outcome<>(join(user, group), AddUserToGroupResponse.builder().build());
  }

  private static Change join(User user, Group group) {
    if (user.groups().contains(group.id())) {
      return Change.NONE;
    }
    if (user.groups().size() >= Quotas.GROUPS_PER_USER) {
      throw IamErrors.limitExceeded("GroupsPerUser", Quotas.GROUPS_PER_USER);
    }
    List<String> groups = new ArrayList<>(user.groups());
    groups.add(group.id());
    return Change.put(user.withGroups(groups));
  }
}
