package io.claviger.service.iam.group;

import io.claviger.account.Change;
import io.claviger.account.EntityKind;
import io.claviger.account.Group;
import io.claviger.account.IdentityPolicies;
import io.claviger.account.Ids;
import io.claviger.account.Quota;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamQuotas;
import io.claviger.service.iam.IamResources;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupResponse;

/// Makes a group without members.
///
/// Permissions: `iam:CreateGroup` on the new group.
record CreateGroup() implements WriteOperation<CreateGroupRequest, CreateGroupResponse> {

  @Override
  public Class<CreateGroupRequest> input() {
    return CreateGroupRequest.class;
  }

  @Override
  public List<AccessRequest> requires(CreateGroupRequest input, Call call, View view) {
    return List.of(
        IamResources.toBe(
            view.home(), "iam:CreateGroup", "group", input.path(), input.groupName()));
  }

  @Override
  public Outcome<CreateGroupResponse> run(CreateGroupRequest input, Call call, View view) {
    if (view.home().groups().named(input.groupName()).isPresent()) {
      throw IamErrors.nameTaken("Group", input.groupName());
    }
    IamQuotas.requireRoom(Quota.GROUPS, EntityKind.GROUP, view.home());
    Group group =
        new Group(
            call.ids().uniqueId(Ids.Prefix.AGPA),
            Objects.requireNonNullElse(input.path(), "/"),
            input.groupName(),
            call.now(),
            IdentityPolicies.NONE);
    return new Outcome<>(
        Change.put(group),
        CreateGroupResponse.builder().group(ShownGroup.of(group, view.home().id())).build());
  }
}
