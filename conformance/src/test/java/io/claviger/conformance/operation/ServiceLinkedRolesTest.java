package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.DeletionTaskStatusType;
import software.amazon.awssdk.services.iam.model.Role;

class ServiceLinkedRolesTest implements OperationFamily {

  private static final String PATH = "/aws-service-role/ecs.amazonaws.com/";

  @Test
  @Success("CreateServiceLinkedRole")
  void roleIsMadeForAService(Tenant t) {
    Role made =
        t.iam()
            .createServiceLinkedRole(
                in -> in.awsServiceName("ecs.amazonaws.com").description("For ECS"))
            .role();
    assertEquals(t.arn("role" + PATH + Given.SERVICE_LINKED_ROLE), made.arn());
    Role shown = t.iam().getRole(in -> in.roleName(Given.SERVICE_LINKED_ROLE)).role();
    assertEquals(PATH, shown.path());
    assertEquals("For ECS", shown.description());
  }

  @Test
  @Success({"DeleteServiceLinkedRole", "GetServiceLinkedRoleDeletionStatus"})
  void roleIsDeletedByATask(Tenant t) {
    Given.serviceLinkedRole(t);
    String task =
        t.iam()
            .deleteServiceLinkedRole(in -> in.roleName(Given.SERVICE_LINKED_ROLE))
            .deletionTaskId();
    assertEquals(
        DeletionTaskStatusType.SUCCEEDED,
        t.iam().getServiceLinkedRoleDeletionStatus(in -> in.deletionTaskId(task)).status());
    assertEquals(List.of(), t.iam().listRoles().roles());
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.invalidInput(
            "CreateServiceLinkedRole",
            t -> {
              Given.serviceLinkedRole(t);
              Given.serviceLinkedRole(t);
            }),
        Refusal.noSuchEntity(
            "DeleteServiceLinkedRole",
            t -> t.iam().deleteServiceLinkedRole(in -> in.roleName("AWSServiceRoleForNone"))),
        Refusal.noSuchEntity(
            "GetServiceLinkedRoleDeletionStatus",
            t ->
                t.iam()
                    .getServiceLinkedRoleDeletionStatus(in ->
                        in.deletionTaskId(
                            "task"
                                + PATH
                                + Given.SERVICE_LINKED_ROLE
                                + "/00000000-0000-4000-8000-000000000000"))),
        Refusal.invalidInput(
            "GetServiceLinkedRoleDeletionStatus",
            t -> t.iam().getServiceLinkedRoleDeletionStatus(in -> in.deletionTaskId("x"))));
  }
}
