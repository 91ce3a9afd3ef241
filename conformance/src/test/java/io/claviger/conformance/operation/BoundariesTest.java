package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoundariesTest implements OperationFamily {

  @Test
  @Success({"PutUserPermissionsBoundary", "DeleteUserPermissionsBoundary"})
  void userIsBounded(Tenant t) {
    Given.user(t, "ann");
    t.iam()
        .putUserPermissionsBoundary(in -> in.userName("ann").permissionsBoundary(Given.READ_ONLY));
    var ann = t.iam().getUser(in -> in.userName("ann")).user();
    assertEquals(Given.READ_ONLY, ann.permissionsBoundary().permissionsBoundaryArn());
    t.iam().deleteUserPermissionsBoundary(in -> in.userName("ann"));
    assertNull(t.iam().getUser(in -> in.userName("ann")).user().permissionsBoundary());
  }

  @Test
  @Success({"PutRolePermissionsBoundary", "DeleteRolePermissionsBoundary"})
  void roleIsBounded(Tenant t) {
    Given.role(t, "app");
    t.iam()
        .putRolePermissionsBoundary(in -> in.roleName("app").permissionsBoundary(Given.READ_ONLY));
    var app = t.iam().getRole(in -> in.roleName("app")).role();
    assertEquals(Given.READ_ONLY, app.permissionsBoundary().permissionsBoundaryArn());
    t.iam().deleteRolePermissionsBoundary(in -> in.roleName("app"));
    assertNull(t.iam().getRole(in -> in.roleName("app")).role().permissionsBoundary());
  }

  private static void boundUser(Tenant t, String boundary) {
    Given.user(t, "ann");
    t.iam().putUserPermissionsBoundary(in -> in.userName("ann").permissionsBoundary(boundary));
  }

  private static void boundRole(Tenant t, String boundary) {
    Given.role(t, "app");
    t.iam().putRolePermissionsBoundary(in -> in.roleName("app").permissionsBoundary(boundary));
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.noSuchEntity("PutUserPermissionsBoundary", t -> boundUser(t, Given.NO_POLICY)),
        Refusal.invalidInput("PutUserPermissionsBoundary", t -> boundUser(t, Given.NO_POLICY_ARN)),
        Refusal.notAttachable(
            "PutUserPermissionsBoundary", t -> boundUser(t, Given.ECS_SERVICE_POLICY)),
        Refusal.noSuchEntity("PutRolePermissionsBoundary", t -> boundRole(t, Given.NO_POLICY)),
        Refusal.invalidInput("PutRolePermissionsBoundary", t -> boundRole(t, Given.NO_POLICY_ARN)),
        Refusal.notAttachable(
            "PutRolePermissionsBoundary", t -> boundRole(t, Given.ECS_SERVICE_POLICY)),
        Refusal.unmodifiable(
            "PutRolePermissionsBoundary",
            t -> {
              Given.serviceLinkedRole(t);
              t.iam()
                  .putRolePermissionsBoundary(in ->
                      in.roleName(Given.SERVICE_LINKED_ROLE).permissionsBoundary(Given.READ_ONLY));
            }),
        Refusal.noSuchEntity(
            "DeleteUserPermissionsBoundary",
            t -> {
              Given.user(t, "ann");
              t.iam().deleteUserPermissionsBoundary(in -> in.userName("ann"));
            }),
        Refusal.noSuchEntity(
            "DeleteRolePermissionsBoundary",
            t -> {
              Given.role(t, "app");
              t.iam().deleteRolePermissionsBoundary(in -> in.roleName("app"));
            }),
        Refusal.unmodifiable(
            "DeleteRolePermissionsBoundary",
            t -> {
              Given.serviceLinkedRole(t);
              t.iam().deleteRolePermissionsBoundary(in -> in.roleName(Given.SERVICE_LINKED_ROLE));
            }));
  }
}
