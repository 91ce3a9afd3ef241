package io.claviger.service.iam.boundary;

import io.claviger.service.Operation;
import io.claviger.service.iam.AttachablePolicies;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryResponse;

/// The operations on permissions boundaries of users and roles.
public final class BoundaryOperations {

  private BoundaryOperations() {}

  public static List<Operation<?, ?>> list(AttachablePolicies policies) {
    return List.of(
        new PutBoundary<>(
            policies,
            PutUserPermissionsBoundaryRequest.class,
            BoundedKind.USER,
            PutUserPermissionsBoundaryRequest::userName,
            PutUserPermissionsBoundaryRequest::permissionsBoundary,
            PutUserPermissionsBoundaryResponse.builder().build()),
        new PutBoundary<>(
            policies,
            PutRolePermissionsBoundaryRequest.class,
            BoundedKind.ROLE,
            PutRolePermissionsBoundaryRequest::roleName,
            PutRolePermissionsBoundaryRequest::permissionsBoundary,
            PutRolePermissionsBoundaryResponse.builder().build()),
        new DeleteBoundary<>(
            DeleteUserPermissionsBoundaryRequest.class,
            BoundedKind.USER,
            DeleteUserPermissionsBoundaryRequest::userName,
            DeleteUserPermissionsBoundaryResponse.builder().build()),
        new DeleteBoundary<>(
            DeleteRolePermissionsBoundaryRequest.class,
            BoundedKind.ROLE,
            DeleteRolePermissionsBoundaryRequest::roleName,
            DeleteRolePermissionsBoundaryResponse.builder().build()));
  }
}
