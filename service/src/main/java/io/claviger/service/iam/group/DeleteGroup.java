package io.claviger.service.iam.group;

import io.claviger.account.Change;
import io.claviger.account.Group;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamErrors.Conflict;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DeleteGroupRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupResponse;

/// Deletes a group without members and policies.
///
/// Permissions: `iam:DeleteGroup` on the group.
///
/// AWS rule: IAM API Reference, "DeleteGroup": "The group must not contain any users or have any
/// attached policies."
record DeleteGroup() implements WriteOperation<DeleteGroupRequest, DeleteGroupResponse> {

  @Override
  public Class<DeleteGroupRequest> input() {
    return DeleteGroupRequest.class;
  }

  @Override
  public List<AccessRequest> requires(DeleteGroupRequest input, Call call, View view) {
    return List.of(IamResources.group(view.home(), "iam:DeleteGroup", input.groupName()));
  }

  @Override
  public Outcome<DeleteGroupResponse> run(DeleteGroupRequest input, Call call, View view) {
    Group group = IamEntities.group(view.home(), input.groupName());
    if (view.home().members(group.id()).findAny().isPresent()) {
      throw IamErrors.deleteConflict(Conflict.GROUP_MEMBERS);
    }
    if (!group.policies().attached().isEmpty()) {
      throw IamErrors.deleteConflict(Conflict.ATTACHED_POLICIES);
    }
    if (!group.policies().inline().isEmpty()) {
      throw IamErrors.deleteConflict(Conflict.INLINE_POLICIES);
    }
    return new Outcome<>(Change.remove(group.key()), DeleteGroupResponse.builder().build());
  }
}
