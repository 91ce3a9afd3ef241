package io.claviger.service.iam.role;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.Role;
import io.claviger.account.RoleDeletionTask;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamResources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleResponse;

/// Deletes a service-linked role with its policy. No service here has anything that the role is
/// still needed for, so the task is done when it is handed out.
///
/// Permissions: `iam:DeleteServiceLinkedRole` on the role.
record DeleteServiceLinkedRole()
    implements WriteOperation<DeleteServiceLinkedRoleRequest, DeleteServiceLinkedRoleResponse> {

  /// How long a task can be asked about. AWS forgets them too, some at once.
  private static final Duration KEPT = Duration.ofDays(1);

  @Override
  public Class<DeleteServiceLinkedRoleRequest> input() {
    return DeleteServiceLinkedRoleRequest.class;
  }

  @Override
  public List<AccessRequest> requires(DeleteServiceLinkedRoleRequest input, Call call, View view) {
    return List.of(IamResources.role(view.home(), "iam:DeleteServiceLinkedRole", input.roleName()));
  }

  @Override
  public Outcome<DeleteServiceLinkedRoleResponse> run(
      DeleteServiceLinkedRoleRequest input, Call call, View view) {
    Role role = IamEntities.role(view.home(), input.roleName());
    if (!role.isServiceLinked()) {
      throw ServiceLinkedErrors.notServiceLinked(role.name());
    }
    RoleDeletionTask task =
        new RoleDeletionTask(
            "task" + role.path() + role.name() + '/' + call.ids().uuid(), call.now());
    Change change = Change.put(task).andRemove(role.key());
    for (RoleDeletionTask old : forgotten(view.home(), call.now())) {
      change = change.andRemove(old.key());
    }
    return new Outcome<>(
        change, DeleteServiceLinkedRoleResponse.builder().deletionTaskId(task.id()).build());
  }

  private static List<RoleDeletionTask> forgotten(Account home, Instant now) {
    return home.roleDeletionTasks()
        .inOrder(null)
        .filter(task -> task.created().isBefore(now.minus(KEPT)))
        .toList();
  }
}
