package io.claviger.service.iam.group;

import io.claviger.account.Quotas;
import io.claviger.service.Operation;
import java.util.List;

/// The operations on groups and their members.
public final class GroupOperations {

  private GroupOperations() {}

  public static List<Operation<?, ?>> list(Quotas quotas) {
    return List.of(
        new CreateGroup(quotas),
        new GetGroup(),
        new ListGroups(),
        new UpdateGroup(),
        new DeleteGroup(),
        new AddUserToGroup(),
        new RemoveUserFromGroup(),
        new ListGroupsForUser());
  }
}
