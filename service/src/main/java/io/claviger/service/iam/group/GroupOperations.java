package io.claviger.service.iam.group;

import io.claviger.service.Operation;
import java.util.List;

/// The operations on groups and their members.
public final class GroupOperations {

  private GroupOperations() {}

  public static List<Operation<?, ?>> list() {
    return List.of(
        new CreateGroup(),
        new GetGroup(),
        new ListGroups(),
        new UpdateGroup(),
        new DeleteGroup(),
        new AddUserToGroup(),
        new RemoveUserFromGroup(),
        new ListGroupsForUser());
  }
}
