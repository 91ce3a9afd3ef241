package io.claviger.service.iam.role;

import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamResources;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.DeletionTaskStatusType;
import software.amazon.awssdk.services.iam.model.GetServiceLinkedRoleDeletionStatusRequest;
import software.amazon.awssdk.services.iam.model.GetServiceLinkedRoleDeletionStatusResponse;

/// How far the deletion of a service-linked role has come, which is to its end.
///
/// Permissions: `iam:GetServiceLinkedRoleDeletionStatus` on the role that the task's id names; on
/// `*` where it names none.
record GetServiceLinkedRoleDeletionStatus()
    implements ReadOperation<
        GetServiceLinkedRoleDeletionStatusRequest, GetServiceLinkedRoleDeletionStatusResponse> {

  private static final String ACTION = "iam:GetServiceLinkedRoleDeletionStatus";

  /// `task`, `aws-service-role`, the service, the role, a UUID.
  private static final int PARTS = 5;

  @Override
  public Class<GetServiceLinkedRoleDeletionStatusRequest> input() {
    return GetServiceLinkedRoleDeletionStatusRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      GetServiceLinkedRoleDeletionStatusRequest input, Call call, View view) {
    return List.of(
        parts(input.deletionTaskId())
            .map(parts ->
                IamResources.toBe(
                    view.home(), ACTION, "role", '/' + parts[1] + '/' + parts[2] + '/', parts[3]))
            .orElseGet(() -> IamResources.anything(view.home(), ACTION)));
  }

  @Override
  public GetServiceLinkedRoleDeletionStatusResponse run(
      GetServiceLinkedRoleDeletionStatusRequest input, Call call, View view) {
    String id = input.deletionTaskId();
    if (parts(id).isEmpty()) {
      throw ServiceLinkedErrors.notATask(id);
    }
    if (view.home().roleDeletionTasks().byId(id).isEmpty()) {
      throw ServiceLinkedErrors.noSuchTask(id);
    }
    return GetServiceLinkedRoleDeletionStatusResponse.builder()
        .status(DeletionTaskStatusType.SUCCEEDED)
        .build();
  }

  private static Optional<String[]> parts(String taskId) {
    String[] parts = taskId.split("/", -1);
    boolean isTask =
        parts.length == PARTS && parts[0].equals("task") && parts[1].equals("aws-service-role");
    return isTask ? Optional.of(parts) : Optional.empty();
  }
}
