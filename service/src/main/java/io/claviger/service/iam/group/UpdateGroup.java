package io.claviger.service.iam.group;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.Group;
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
import software.amazon.awssdk.services.iam.model.UpdateGroupRequest;
import software.amazon.awssdk.services.iam.model.UpdateGroupResponse;

/// Gives a group another name or path. It keeps its unique id, and with it its members and
/// policies.
///
/// Permissions: `iam:UpdateGroup` on the group as it is and as it is to be.
///
/// AWS rule: IAM API Reference, "UpdateGroup": "the requester must have appropriate permissions on
/// both the source object and the target object".
record UpdateGroup() implements WriteOperation<UpdateGroupRequest, UpdateGroupResponse> {

  private static final String ACTION = "iam:UpdateGroup";

  @Override
  public Class<UpdateGroupRequest> input() {
    return UpdateGroupRequest.class;
  }

  @Override
  public List<AccessRequest> requires(UpdateGroupRequest input, Call call, View view) {
    Account home = view.home();
    AccessRequest source = IamResources.group(home, ACTION, input.groupName());
    AccessRequest target =
        home.groups()
            .named(input.groupName())
            .map(group -> IamResources.entity(home, ACTION, renamed(group, input)))
            .orElseGet(() -> absentTarget(input, home));
    return source.equals(target) ? List.of(source) : List.of(source, target);
  }

  private static AccessRequest absentTarget(UpdateGroupRequest input, Account home) {
    String name = Objects.requireNonNullElse(input.newGroupName(), input.groupName());
    return IamResources.toBe(home, ACTION, "group", input.newPath(), name);
  }

  @Override
  public Outcome<UpdateGroupResponse> run(UpdateGroupRequest input, Call call, View view) {
    Group group = IamEntities.group(view.home(), input.groupName());
    Group renamed = renamed(group, input);
    Optional<Group> holder = view.home().groups().named(renamed.name());
    if (holder.isPresent() && !holder.get().id().equals(group.id())) {
      throw IamErrors.nameTaken("Group", renamed.name());
    }
    return new Outcome<>(Change.put(renamed), UpdateGroupResponse.builder().build());
  }

  private static Group renamed(Group group, UpdateGroupRequest input) {
    return group.renamed(
        Objects.requireNonNullElse(input.newPath(), group.path()),
        Objects.requireNonNullElse(input.newGroupName(), group.name()));
  }
}
