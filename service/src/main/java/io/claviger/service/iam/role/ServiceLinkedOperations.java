package io.claviger.service.iam.role;

import io.claviger.reference.ServiceLinkedRoles;
import io.claviger.service.Operation;
import java.util.List;

/// The operations on service-linked roles alone.
public final class ServiceLinkedOperations {

  private ServiceLinkedOperations() {}

  public static List<Operation<?, ?>> list(ServiceLinkedRoles roles) {
    return List.of(
        new CreateServiceLinkedRole(roles),
        new DeleteServiceLinkedRole(),
        new GetServiceLinkedRoleDeletionStatus());
  }
}
